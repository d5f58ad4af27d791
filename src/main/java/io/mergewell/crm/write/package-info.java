/** The ways out: what can be asked of a system, a call at a time, and what it answers; or a cleaned copy of a file. */
@NullMarked
package io.mergewell.crm.write;

import org.jspecify.annotations.NullMarked;
