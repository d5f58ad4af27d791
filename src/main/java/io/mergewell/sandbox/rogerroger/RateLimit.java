package io.mergewell.sandbox.rogerroger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** Twenty requests per sliding window. */
final class RateLimit {

    private static final int MOST = 20;

    /** A minute at RogerRoger. */
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final Clock clock;
    private final Deque<Long> served = new ArrayDeque<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts a request; the seconds after which to come again if it is one too many. */
    synchronized OptionalLong refusal() {
        long now = clock.millis();
        while (!served.isEmpty() && served.getFirst() <= now - WINDOW.toMillis()) {
            served.removeFirst();
        }
        if (served.size() < MOST) {
            served.addLast(now);
            return OptionalLong.empty();
        }
        long wait = served.getFirst() + WINDOW.toMillis() - now;
        return OptionalLong.of(Math.max(1, Duration.ofMillis(wait + 999).toSeconds()));
    }
}
