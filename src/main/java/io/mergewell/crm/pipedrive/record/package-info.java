/** A person's record as Pipedrive sends it, and the pages it comes in. */
@NullMarked
package io.mergewell.crm.pipedrive.record;

import org.jspecify.annotations.NullMarked;
