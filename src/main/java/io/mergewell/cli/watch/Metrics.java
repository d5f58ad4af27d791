package io.mergewell.cli.watch;

import io.mergewell.job.RunExit;
import io.mergewell.review.summary.Summary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The end of a run as Prometheus reads it (text exposition format 0.0.4): gauges with the labels job and command. Written
 * out here, since a registry, which adds five libraries, is for what changes while somebody asks.
 */
final class Metrics {

    private final StringBuilder text = new StringBuilder();
    private final String labels;

    private Metrics(RunEnd end) {
        labels = "job=\"" + escaped(end.job()) + "\",command=\"" + escaped(end.command()) + "\"";
    }

    static String of(RunEnd end) {
        Metrics metrics = new Metrics(end);
        metrics.run(end);
        if (end.summary() != null) {
            metrics.counts(end.summary().counts());
            metrics.api(end.summary().api());
        }
        return metrics.text.toString();
    }

    private void run(RunEnd end) {
        gauge("run_status", "How the last run ended.");
        sample("run_status", ",status=\"" + status(end) + "\"", "1");
        single("run_success", "1 if the last run came to its end.", end.isSuccess() ? 1 : 0);
        single("run_exit_code", "Exit code of the last run.", end.exitCode());
        gauge("run_start_timestamp_seconds", "When the last run began.");
        sample("run_start_timestamp_seconds", "", seconds(end.startedAt()));
        gauge("run_end_timestamp_seconds", "When the last run ended.");
        sample("run_end_timestamp_seconds", "", seconds(end.endedAt()));
        gauge("run_duration_seconds", "How long the last run took.");
        sample(
                "run_duration_seconds",
                "",
                seconds(Instant.EPOCH.plus(Duration.between(end.startedAt(), end.endedAt()))));
    }

    private static String status(RunEnd end) {
        if (end.summary() != null) {
            return end.summary().status().toLowerCase(Locale.ROOT);
        }
        return end.exitCode() == RunExit.STOPPED ? "stopped" : "failed";
    }

    private void counts(Summary.Counts counts) {
        single("persons", "Persons read by the last run.", counts.persons());
        single("pairs_compared", "Pairs of persons compared.", counts.pairsCompared());
        single("pairs_above_review", "Pairs at or above the review threshold.", counts.pairsAboveReview());
        single("groups", "Groups of records taken for one person.", counts.groups());
        gauge("rows_planned", "Rows proposed, by action.");
        sample("rows_planned", ",action=\"merge\"", counts.merges());
        sample("rows_planned", ",action=\"delete\"", counts.deletes());
        sample("rows_planned", ",action=\"none\"", counts.none());
        single("rows_approved", "Approved rows that the run had before it.", counts.approved());
        gauge("rows", "Rows, by what came of them.");
        sample("rows", ",outcome=\"applied\"", counts.applied());
        sample("rows", ",outcome=\"conflict\"", counts.conflicts());
        sample("rows", ",outcome=\"failed\"", counts.failed());
        single("rows_reconciled", "Applied rows found out by reading the CRM.", counts.reconciled());
    }

    private void api(Summary.Api api) {
        single("api_calls", "Requests sent to the CRM.", api.calls());
        single("api_tokens", "Tokens taken of the CRM's budget.", api.tokens());
        single("api_retries", "Requests that were sent again.", api.retries());
    }

    private void single(String name, String help, long value) {
        gauge(name, help);
        sample(name, "", value);
    }

    private void gauge(String name, String help) {
        text.append("# HELP mergewell_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE mergewell_").append(name).append(" gauge\n");
    }

    private void sample(String name, String more, long value) {
        sample(name, more, String.valueOf(value));
    }

    private void sample(String name, String more, String value) {
        text.append("mergewell_")
                .append(name)
                .append('{')
                .append(labels)
                .append(more)
                .append("} ");
        text.append(value).append('\n');
    }

    private static String seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3).toPlainString();
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
