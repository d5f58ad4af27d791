package io.mergewell.apply;

import io.mergewell.plan.GuardRails;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a job may say about applying.
 *
 * @param auto whether groups of band AUTO are applied without a review
 * @param rails most merges and deletes of a calendar day, and the share of all persons
 * @param maxTokens of the CRM's budget that a calendar day may take; the rest is for the customer's other integrations
 * @param stopAfterConflicts in a row, at least 1: so many are no coincidence
 * @param pause between two writes, zero or longer: kind to whatever hears of each
 * @param inbox the folder in which decided reviews are left
 */
public record ApplySettings(
        boolean auto, GuardRails rails, int maxTokens, int stopAfterConflicts, Duration pause, Path inbox) {

    /**
     * What holds where the job file says nothing.
     *
     * @param job the job's name: its inbox is {@code inbox/<job>}
     */
    public static ApplySettings defaults(String job) {
        return new ApplySettings(false, GuardRails.DEFAULTS, 20_000, 10, Duration.ZERO, Path.of("inbox", job));
    }
}
