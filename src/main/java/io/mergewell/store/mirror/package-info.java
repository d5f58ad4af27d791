/** Our copy of the CRM: its persons, how far a read has come, and whether the copy is whole. */
@NullMarked
package io.mergewell.store.mirror;

import org.jspecify.annotations.NullMarked;
