package io.mergewell.job.batch;

/** What a step does: called again and again, each time in a transaction of its own, until it is done. */
@FunctionalInterface
public interface Work {

    /** Whether a step needs to be called again. */
    enum Progress {
        MORE,
        DONE
    }

    Progress doSome();
}
