package io.mergewell.cli.jobfile;

/**
 * What the parts of one job file share while it is read.
 *
 * @param mistakes takes note of what is wrong
 */
record Reading(Variables variables, Mistakes mistakes) {}
