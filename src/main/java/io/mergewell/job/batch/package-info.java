/** The shell that Spring Batch gives a run: its context, its steps, and how a killed one is recovered. */
@NullMarked
package io.mergewell.job.batch;

import org.jspecify.annotations.NullMarked;
