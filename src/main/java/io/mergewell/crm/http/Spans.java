package io.mergewell.crm.http;

import java.time.Duration;

/** Lengths of time in words. */
final class Spans {

    private Spans() {}

    /** Such as {@code 45 seconds}, {@code 12 minutes} or {@code 8 hours}; rounded up. */
    static String inWords(Duration span) {
        if (span.compareTo(Duration.ofMinutes(2)) < 0) {
            return span.toSeconds() + " seconds";
        }
        if (span.compareTo(Duration.ofHours(2)) < 0) {
            return span.plusSeconds(59).toMinutes() + " minutes";
        }
        return span.plusMinutes(59).toHours() + " hours";
    }
}
