/** Reports written again with less of the persons in them: masked for sharing, or with somebody erased. */
@NullMarked
package io.mergewell.review.privacy;

import org.jspecify.annotations.NullMarked;
