package io.mergewell.cli.jobfile;

/**
 * What the parts of one job file share while it is read.
 *
 * @param mistakes takes note of what is wrong
 * @param signsIn whether somebody will sign in with what is read; if not, no credential is looked at
 */
record Reading(Variables variables, Mistakes mistakes, boolean signsIn) {}
