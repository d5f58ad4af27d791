package io.mergewell.job;

import io.mergewell.store.Store;
import java.util.function.Function;

/**
 * A way to look at a job's store now and again. It is open only during a look, so that no run has to wait while what was
 * seen is worked on.
 */
public interface StoreLook {

    /** Opens the store, looks, and closes it. Every look sees the same persons, or fails. */
    <T> T at(Function<Store, T> look);
}
