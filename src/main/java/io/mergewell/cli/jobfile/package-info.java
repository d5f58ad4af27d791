/** The job file: YAML in, a checked {@link io.mergewell.job.JobFile} out, or a sentence with the line to mend. */
@NullMarked
package io.mergewell.cli.jobfile;

import org.jspecify.annotations.NullMarked;
