/** Chapter 8. What people read: the review sheet, the groups, the summary. */
@NullMarked
package io.mergewell.review;

import org.jspecify.annotations.NullMarked;
