/** Pipedrive, API v2: https://developers.pipedrive.com/docs/api/v1/Persons. */
@NullMarked
package io.mergewell.crm.pipedrive;

import org.jspecify.annotations.NullMarked;
