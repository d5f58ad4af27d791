package io.mergewell.store.memory;

/** How far a run has come, as it was last committed. */
public enum RunStatus {
    /** At work, or killed while it was. */
    RUNNING,
    /** Asked to stop; can be continued. */
    STOPPED,
    /** Ended before its time; can be continued. */
    FAILED,
    /** Wrote its report. */
    COMPLETED,
    /** Given up: the next one begins anew. */
    ABANDONED
}
