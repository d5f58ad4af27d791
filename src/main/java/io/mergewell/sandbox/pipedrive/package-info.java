/** Sandbox, part 4. Pipedrive's v2 persons and v1 merge, as its documentation describes them. */
@NullMarked
package io.mergewell.sandbox.pipedrive;

import org.jspecify.annotations.NullMarked;
