/** How counts, scores and the reasons of a match are written, everywhere the same. */
@NullMarked
package io.mergewell.review.words;

import org.jspecify.annotations.NullMarked;
