/** What was approved: the group of a plan as far as it was, approvals that were taken back, how rows end. */
@NullMarked
package io.mergewell.apply.approved;

import org.jspecify.annotations.NullMarked;
