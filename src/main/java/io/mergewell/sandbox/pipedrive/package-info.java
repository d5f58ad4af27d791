/**
 * Sandbox, part 5. Pipedrive's v2 persons and v1 merge, as its documentation describes them.
 *
 * <p>Where the documentation is silent, the sandbox has decided, and a client should not rely on it: a deleted or merged
 * person is still shown by its id ({@code is_deleted: true}) but in no list; changing or deleting it again is a 404;
 * merging it, or a person with itself, a 400; leads move in a merge; the survivor keeps its marketing status; a
 * request that fails costs what it would have cost; cursors live for ever; the day of the budget is UTC's; a daily 429
 * tells the seconds until midnight in {@code x-ratelimit-reset} while {@code x-ratelimit-remaining} is above 0. Leads are
 * of any person, deals and the like are only counted. {@code /api/v1} serves nothing that the vendor has retired.
 */
@NullMarked
package io.mergewell.sandbox.pipedrive;

import org.jspecify.annotations.NullMarked;
