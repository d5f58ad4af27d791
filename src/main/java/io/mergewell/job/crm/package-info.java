/** A run's way to its CRM: which system a job file names, opened for reading and, where it can be, for writing. */
@NullMarked
package io.mergewell.job.crm;

import org.jspecify.annotations.NullMarked;
