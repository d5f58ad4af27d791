/** What a job's runs have done and what to do next, also while one is at work. */
@NullMarked
package io.mergewell.job.status;

import org.jspecify.annotations.NullMarked;
