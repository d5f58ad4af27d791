/** Chapter 1. What a person is, whichever system the record came from. */
@NullMarked
package io.mergewell.person;

import org.jspecify.annotations.NullMarked;
