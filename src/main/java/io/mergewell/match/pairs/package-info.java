/** The candidate pairs of a corpus, compared once: which records, and how alike in each field. */
@NullMarked
package io.mergewell.match.pairs;

import org.jspecify.annotations.NullMarked;
