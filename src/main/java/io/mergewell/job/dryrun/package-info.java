/** The dry run: read, match, plan, report. It never changes the CRM. */
@NullMarked
package io.mergewell.job.dryrun;

import org.jspecify.annotations.NullMarked;
