/** Files that are whole or not there, for their owner alone, with the digest that the summary names. */
@NullMarked
package io.mergewell.review.files;

import org.jspecify.annotations.NullMarked;
