/** The command {@code restore}: no Spring Batch in it, since the ledger alone is its checkpoint. */
@NullMarked
package io.mergewell.job.restore;

import org.jspecify.annotations.NullMarked;
