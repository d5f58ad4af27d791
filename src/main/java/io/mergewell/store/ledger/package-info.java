/**
 * The checkpoint of apply: every approved row, every write that was sent or may have been, what became of it, and where
 * merged records went.
 */
@NullMarked
package io.mergewell.store.ledger;

import org.jspecify.annotations.NullMarked;
