package io.mergewell.crm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for nothing and remembers for how long it should have. */
public final class RecordedWaits implements Waiter {

    private final List<Long> seconds = new ArrayList<>();

    @Override
    public void await(Duration duration) {
        seconds.add(duration.toSeconds());
    }

    public List<Long> seconds() {
        return seconds;
    }
}
