package io.mergewell.sandbox.state;

import java.time.Instant;

/**
 * A lead, which always hangs on one person here.
 *
 * @param id a UUID
 * @param personId the person it hangs on
 */
public record Lead(String id, long personId, long ownerId, String title, Instant added) {}
