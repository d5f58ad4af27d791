/** Chapter 10. The Spring Batch jobs: wiring only, no rule lives here. */
@NullMarked
package io.mergewell.job;

import org.jspecify.annotations.NullMarked;
