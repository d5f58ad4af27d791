/** What a run did, as a file for programs and in words for people. */
@NullMarked
package io.mergewell.review.summary;

import org.jspecify.annotations.NullMarked;
