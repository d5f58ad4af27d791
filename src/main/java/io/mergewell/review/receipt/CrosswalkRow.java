package io.mergewell.review.receipt;

import java.time.Instant;

/**
 * Where a record went.
 *
 * @param gone its id
 * @param survivor the id of the record that holds its values now
 * @param runId of the run that did it
 */
public record CrosswalkRow(String gone, String survivor, Instant mergedAt, String runId) {}
