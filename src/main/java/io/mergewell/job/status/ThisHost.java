package io.mergewell.job.status;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The machine this program runs on, and the processes that can be seen from here. */
final class ThisHost {

    /** How far the start of a process, which systems count from their boot, may lie beside the clock. */
    private static final Duration INACCURACY = Duration.ofSeconds(5);

    private ThisHost() {}

    static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Whether a process is alive that was so at a time: another may have been given its number since. */
    static boolean hasSince(Instant time, long process) {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(alive ->
                        startedBefore(time.plus(INACCURACY), alive.info().startInstant()))
                .isPresent();
    }

    private static boolean startedBefore(Instant time, Optional<Instant> started) {
        return started.isEmpty() || started.get().isBefore(time);
    }
}
