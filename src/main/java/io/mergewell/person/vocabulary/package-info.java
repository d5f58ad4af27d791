/** What people call what a system numbers: for showing, never for telling persons apart. */
@NullMarked
package io.mergewell.person.vocabulary;

import org.jspecify.annotations.NullMarked;
