/** The command {@code apply} as a job: admit, act, verify, receipt. */
@NullMarked
package io.mergewell.job.apply;

import org.jspecify.annotations.NullMarked;
