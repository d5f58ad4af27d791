/** What a job's store holds, in numbers and with the little that has to be looked at. */
@NullMarked
package io.mergewell.job.status.standing;

import org.jspecify.annotations.NullMarked;
