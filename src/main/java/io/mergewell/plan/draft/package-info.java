/** How groups become rows: who survives, what is proposed, what to look at first, and what is sure enough for AUTO. */
@NullMarked
package io.mergewell.plan.draft;

import org.jspecify.annotations.NullMarked;
