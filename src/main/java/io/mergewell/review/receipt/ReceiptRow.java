package io.mergewell.review.receipt;

/**
 * What became of one approved row.
 *
 * @param outcome such as {@code APPLIED}; {@code APPROVED} while it waits
 * @param survivor empty for a record that held nothing
 * @param reason a sentence; empty where nothing need be said
 * @param foundBy {@code answer} of the CRM, {@code reading} it where the answer was lost, empty while the row waits
 */
public record ReceiptRow(
        String rowKey,
        String action,
        String outcome,
        String survivor,
        String duplicate,
        String reason,
        String foundBy,
        String reviewer,
        String note,
        String groupId,
        String planId,
        String runId) {}
