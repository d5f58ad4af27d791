package io.mergewell.job.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on only when it is told to. */
final class HandClock extends Clock {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /** How often the program that was given {@link #deadAt} has looked. */
    int looks() {
        return looks.get();
    }

    /** The same time for a program that dies when it looks at it for the {@code number}th time, and stays dead. */
    Clock deadAt(int number) {
        looks.set(0);
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                if (looks.incrementAndGet() >= number) {
                    throw new IllegalStateException("Killed.");
                }
                return HandClock.this.instant();
            }
        };
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
