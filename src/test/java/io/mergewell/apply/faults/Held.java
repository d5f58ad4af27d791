package io.mergewell.apply.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request that is held until it is released. */
public final class Held implements Runnable {

    private final CallKind kind;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Held(CallKind kind) {
        this.kind = kind;
    }

    /** Waits until the request has come. */
    public void awaitArrived() throws InterruptedException {
        if (!arrived.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The " + kind + " that is to be held did not come.");
        }
    }

    /** Waits until the request has come, as long as the process that is to send it lives. */
    public void awaitArrived(Process sender) throws InterruptedException {
        for (int second = 0; second < 120 && sender.isAlive(); second++) {
            if (arrived.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        throw new AssertionError("The " + kind + " that is to be held did not come; its sender "
                + (sender.isAlive() ? "is still at work." : "ended with " + sender.exitValue() + "."));
    }

    public void release() {
        released.countDown();
    }

    @Override
    public void run() {
        arrived.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
