/** A whole mirror in comparable form: columns of value numbers over tables of distinct values. */
@NullMarked
package io.mergewell.match.corpus;

import org.jspecify.annotations.NullMarked;
