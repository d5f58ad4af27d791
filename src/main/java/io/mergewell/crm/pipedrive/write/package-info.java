/** Changes to Pipedrive's persons: the calls, what they carry, and what an answer confirms. */
@NullMarked
package io.mergewell.crm.pipedrive.write;

import org.jspecify.annotations.NullMarked;
