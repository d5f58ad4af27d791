package io.mergewell.sandbox.wethod;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** 5,000 requests in any hour. The counts live as long as the server. */
final class HourlyLimit {

    static final int REQUESTS = 5_000;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final boolean enforced;
    private final Clock clock;
    private final Deque<Long> inHour = new ArrayDeque<>();

    HourlyLimit(boolean enforced, Clock clock) {
        this.enforced = enforced;
        this.clock = clock;
    }

    /** Counts a request. @return what its refusal carries; empty if it may be served */
    synchronized Map<String, String> refusal() {
        if (!enforced) {
            return Map.of();
        }
        long now = clock.millis();
        while (!inHour.isEmpty() && inHour.getFirst() <= now - HOUR) {
            inHour.removeFirst();
        }
        if (inHour.size() < REQUESTS) {
            inHour.addLast(now);
            return Map.of();
        }
        long wait = Duration.ofMillis(inHour.getFirst() + HOUR - now + 999).toSeconds();
        return Map.of("x-ratelimit-retry-after", String.valueOf(Math.max(1, wait)));
    }
}
