/** How right matching is on data whose truth is known. */
@NullMarked
package io.mergewell.cli.evaluate;

import org.jspecify.annotations.NullMarked;
