/** What the runs of all commands that need store and CRM have in common. */
@NullMarked
package io.mergewell.job.run;

import org.jspecify.annotations.NullMarked;
