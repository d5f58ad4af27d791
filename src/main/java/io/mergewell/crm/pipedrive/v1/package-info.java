/** Pipedrive. */
@NullMarked
package io.mergewell.crm.pipedrive.v1;

import org.jspecify.annotations.NullMarked;
