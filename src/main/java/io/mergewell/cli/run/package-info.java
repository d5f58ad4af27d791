/** The commands of a night: a run of a job with its progress, its log and its summary. */
@NullMarked
package io.mergewell.cli.run;

import org.jspecify.annotations.NullMarked;
