/**
 * Sandbox, part 6. RogerRoger's people and their notes, as its documentation describes them.
 *
 * <p>Where the documentation is silent, the sandbox has decided, and a client should not rely on it: {@code createdAt[after]}
 * includes the moment itself and ties are sorted by id, as API Platform's filter and most databases have it; more than
 * 30 items a page are silently 30; an archived person is shown by its id and can be changed; lists in a merge patch
 * replace the whole list; a request that is refused for the rate limit does not count; unknown fields are ignored.
 * Everybody has up to two invented notes that cannot be changed. So that trying takes no hour, the minute of the rate limit
 * lasts 3 seconds here.
 */
@NullMarked
package io.mergewell.sandbox.rogerroger;

import org.jspecify.annotations.NullMarked;
