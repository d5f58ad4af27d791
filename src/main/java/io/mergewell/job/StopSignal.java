package io.mergewell.job;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the work of this process to stop: a step looks at it between two commits, a wait for the CRM ends at once. The
 * call in flight is finished and committed.
 */
public final class StopSignal implements Waiter, AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Listens to SIGTERM and Ctrl-C. The process then ends when the work has, but no later than after the patience.
     *
     * @param patience at least as long as the longest call to the CRM
     * @return to be closed when the work has ended and has said so
     */
    public static StopSignal onTermination(Duration patience) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.stopAndWait(patience), "stop"));
        return signal;
    }

    /** Asks for the stop. */
    public void ask() {
        asked.countDown();
    }

    /** Whether the work shall stop. */
    public boolean asked() {
        return asked.getCount() == 0;
    }

    /**
     * Goes on, or not.
     *
     * @throws JobException.Stopped if the work shall stop
     */
    public void check() {
        if (asked()) {
            throw new JobException.Stopped();
        }
    }

    @Override
    public void await(Duration duration) {
        try {
            if (asked.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CrmException.Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException.Stopped();
        }
    }

    /** The work has ended: the process need not wait for it any longer. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void stopAndWait(Duration patience) {
        ask();
        try {
            boolean inTime = ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (!inTime) {
                System.err.println(
                        "The call in flight did not end in time; the next run goes on from the last commit.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
