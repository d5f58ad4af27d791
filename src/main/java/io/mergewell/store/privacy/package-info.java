/** What a store holds of persons: how long it is needed, and how somebody is erased from it. */
@NullMarked
package io.mergewell.store.privacy;

import org.jspecify.annotations.NullMarked;
