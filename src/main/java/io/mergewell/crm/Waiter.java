package io.mergewell.crm;

import java.time.Duration;

/** How an adapter waits for a rate limit, so that a stop request can end the wait. */
@FunctionalInterface
public interface Waiter {

    /**
     * Returns after the duration.
     *
     * @throws CrmException.Stopped if the program was asked to stop meanwhile
     */
    void await(Duration duration);
}
