package io.mergewell.cli.screen;

import io.mergewell.review.words.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in UTC, and how long ago they are, in words. */
public final class Ages {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long HOURS_IN_WORDS = 48;
    private static final long MINUTES_IN_WORDS = 120;

    private Ages() {}

    /** Such as {@code 2026-11-22 03:10}. */
    public static String time(Instant time) {
        return MINUTE.format(time);
    }

    /** Such as {@code 2026-11-22 03:10 (9 hours ago)}. */
    public static String past(Instant time, Instant now) {
        return time(time) + " (" + words(Duration.between(time, now)) + ")";
    }

    /** Such as {@code 1:02:03}. */
    public static String taken(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static String words(Duration age) {
        if (age.toHours() >= HOURS_IN_WORDS) {
            return Counted.of(age.toDays(), "day") + " ago";
        }
        if (age.toMinutes() >= MINUTES_IN_WORDS) {
            return Counted.of(age.toHours(), "hour") + " ago";
        }
        return age.toMinutes() < 1 ? "just now" : Counted.of(age.toMinutes(), "minute") + " ago";
    }
}
