package io.mergewell.cli.voice;

import io.mergewell.job.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets commands listen to SIGTERM and Ctrl-C. The process ends only when this is closed, which is after the last line was
 * printed.
 */
public final class Termination implements AutoCloseable {

    private final Function<Duration, StopSignal> listening;
    private final List<StopSignal> signals = new ArrayList<>();

    /** @param listening begins to listen; takes the longest time the end may take */
    public Termination(Function<Duration, StopSignal> listening) {
        this.listening = listening;
    }

    /**
     * From now on the command decides when it ends.
     *
     * @param patience at least as long as the longest thing that is not interrupted
     */
    public StopSignal listen(Duration patience) {
        StopSignal signal = listening.apply(patience);
        signals.add(signal);
        return signal;
    }

    @Override
    public void close() {
        signals.forEach(StopSignal::close);
    }
}
