package io.mergewell.job.batch;

import org.jspecify.annotations.Nullable;

/**
 * What ended a step. It is kept here and not handed to Spring Batch, which writes the text of an exception, and with it
 * whatever a library quoted, into its tables and the log.
 */
public final class StepFailure {

    private @Nullable Throwable failure;

    void keep(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    @Nullable
    Throwable orNull() {
        return failure;
    }
}
