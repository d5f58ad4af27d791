package io.mergewell.crm.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long an answer tells us to wait. Points in time are measured against the answer's own {@code Date}, so that our
 * clock may be wrong.
 *
 * <p>{@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3). {@code x-ratelimit-reset}: seconds at Pipedrive,
 * Unix time at others; what is over a thousand million is the latter. {@code x-ratelimit-retry-after}, of Wethod, is
 * read in the same two ways, since its unit is documented nowhere.
 */
final class Waits {

    private static final long FIRST_UNIX_TIME = 1_000_000_000;

    private Waits() {}

    /**
     * From {@code Retry-After}, else from {@code x-ratelimit-retry-after}; empty if they are absent or not to be
     * understood.
     */
    static Optional<Duration> retryAfter(Answer answer) {
        return number(answer, "retry-after")
                .or(() -> time(answer.header("retry-after")).flatMap(end -> until(answer, end)))
                .or(() -> number(answer, "x-ratelimit-retry-after"));
    }

    /** From {@code x-ratelimit-reset}; empty if the header is absent or not to be understood. */
    static Optional<Duration> reset(Answer answer) {
        return number(answer, "x-ratelimit-reset");
    }

    /** Refused although the burst window has room: the daily budget (singer-io/tap-pipedrive tells them apart so). */
    static boolean tellsOfDailyBudget(Answer answer) {
        return retryAfter(answer).isEmpty()
                && answer.number("x-ratelimit-remaining").orElse(0) > 0;
    }

    private static Optional<Duration> number(Answer answer, String header) {
        OptionalLong number = answer.number(header);
        return number.isPresent() ? fromNumber(answer, number.getAsLong()) : Optional.empty();
    }

    private static Optional<Duration> fromNumber(Answer answer, long number) {
        return number < FIRST_UNIX_TIME
                ? Optional.of(Duration.ofSeconds(number))
                : until(answer, Instant.ofEpochSecond(number));
    }

    private static Optional<Duration> until(Answer answer, Instant end) {
        return time(answer.header("date"))
                .map(now -> Duration.between(now, end))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> time(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
