package io.mergewell.sandbox.pipedrive;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests and tokens. The counts live as long as the server: a new start is a new day. */
final class Throttle {

    /** Fair use of writing endpoints per day, of which a header tells. */
    private static final int DAILY_WRITES = 10_000;

    private final Limits limits;
    private final Clock clock;
    private final Deque<Long> inWindow = new ArrayDeque<>();
    private LocalDate day;
    private long tokens;
    private int writes;

    Throttle(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Counts a request of a kind that costs so many tokens, and says whether it may be served. */
    synchronized Admission admit(int cost, boolean write) {
        if (!limits.enforced()) {
            return new Admission(true, Map.of());
        }
        long now = clock.millis();
        newDay();
        while (!inWindow.isEmpty()
                && inWindow.getFirst() <= now - limits.window().toMillis()) {
            inWindow.removeFirst();
        }
        if (inWindow.size() >= limits.burst()) {
            return new Admission(
                    false,
                    headers(
                            0,
                            secondsUntil(inWindow.getFirst() + limits.window().toMillis(), now)));
        }
        inWindow.addLast(now);
        int remaining = limits.burst() - inWindow.size();
        if (tokens + cost > limits.dailyTokens()) {
            return new Admission(false, headers(Math.max(1, remaining), secondsUntil(midnight(), now)));
        }
        tokens += cost;
        writes += write ? 1 : 0;
        return new Admission(true, headers(remaining, limits.window().toSeconds()));
    }

    private void newDay() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (!today.equals(day)) {
            day = today;
            tokens = 0;
            writes = 0;
        }
    }

    private long midnight() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static long secondsUntil(long then, long now) {
        return Math.max(1, Duration.ofMillis(then - now + 999).toSeconds());
    }

    private Map<String, String> headers(int remaining, long reset) {
        return new TreeMap<>(Map.of(
                "x-ratelimit-limit", String.valueOf(limits.burst()),
                "x-ratelimit-remaining", String.valueOf(remaining),
                "x-ratelimit-reset", String.valueOf(reset),
                "x-daily-requests-left", String.valueOf(Math.max(0, DAILY_WRITES - writes))));
    }

    /**
     * Whether a request may be served.
     *
     * @param headers that its answer carries either way
     */
    record Admission(boolean granted, Map<String, String> headers) {}
}
