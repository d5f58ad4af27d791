/** What a job file says of its system: where it answers, who we are there, and what is to be read. */
@NullMarked
package io.mergewell.crm.settings;

import org.jspecify.annotations.NullMarked;
