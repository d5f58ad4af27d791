package io.mergewell.apply.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request that is held until it is released. */
public final class Held implements Runnable {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Waits until the request has come. */
    public void awaitArrived() throws InterruptedException {
        if (!arrived.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("The request that is to be held did not come.");
        }
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
