package io.mergewell.sandbox.pipedrive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as v1 writes them: {@code 2026-01-31 09:30:00}, in UTC. */
final class V1Time {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private V1Time() {}

    static String text(Instant time) {
        return FORM.format(time);
    }

    static Instant of(String parameter, String text) {
        try {
            return FORM.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw ApiException.badRequest(parameter + " must be a time such as 2026-01-31 09:30:00");
        }
    }
}
