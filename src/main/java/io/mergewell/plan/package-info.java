/** Chapter 5. Groups into actions: survivor, golden record, conflicts, bands, guard rails, and the frozen plan. */
@NullMarked
package io.mergewell.plan;

import org.jspecify.annotations.NullMarked;
