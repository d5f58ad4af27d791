package io.mergewell.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs so that their names sort by time, as in {@code 20261121-193501-4f3a}. */
final class RunIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunIds() {}

    static String next(Instant now) {
        return TIME.format(now) + String.format(Locale.ROOT, "-%04x", RANDOM.nextInt(1 << 16));
    }
}
