/** Reviews as people saved them, with whatever program. */
@NullMarked
package io.mergewell.review.decided;

import org.jspecify.annotations.NullMarked;
