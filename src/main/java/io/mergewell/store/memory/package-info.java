/** What a job remembers beyond its mirror: runs, what matching found, frozen plans, and what people decided. */
@NullMarked
package io.mergewell.store.memory;

import org.jspecify.annotations.NullMarked;
