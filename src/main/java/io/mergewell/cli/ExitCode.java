package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileException;
import io.mergewell.crm.CrmException;
import io.mergewell.review.ReviewException;
import io.mergewell.store.StoreException;
import java.util.Map;
import java.util.OptionalInt;

/** How the program ends, as published: schedulers and scripts rely on these numbers. */
final class ExitCode {

    /** Done, whatever was found. */
    static final int DONE = 0;

    /** The command line itself is wrong. */
    static final int USAGE = 64;

    /** A file that was to be read is not what it should be. */
    static final int BAD_INPUT = 65;

    /** Our bug. */
    static final int BUG = 70;

    /** A file could not be written, or the disk is full. */
    static final int CANNOT_WRITE = 74;

    /** Not now: run it again later. */
    static final int TEMPORARY = 75;

    /** The CRM broke its own contract. */
    static final int BROKEN_CONTRACT = 76;

    /** The CRM refused the credential or its permissions. */
    static final int REFUSED = 77;

    /** The job file, or what it names, is not right. */
    static final int CONFIGURATION = 78;

    /** Stopped by SIGTERM, after the call in flight. */
    static final int STOPPED = 143;

    private static final Map<Class<? extends RuntimeException>, Integer> BY_FAILURE = Map.ofEntries(
            Map.entry(CrmException.Temporary.class, TEMPORARY),
            Map.entry(CrmException.BrokenContract.class, BROKEN_CONTRACT),
            Map.entry(CrmException.Refused.class, REFUSED),
            Map.entry(CrmException.Misconfigured.class, CONFIGURATION),
            Map.entry(CrmException.UnreadableInput.class, BAD_INPUT),
            Map.entry(CrmException.Stopped.class, STOPPED),
            Map.entry(CrmException.CursorExpired.class, TEMPORARY),
            Map.entry(StoreException.Locked.class, TEMPORARY),
            Map.entry(StoreException.Unreachable.class, TEMPORARY),
            Map.entry(StoreException.Newer.class, CONFIGURATION),
            Map.entry(StoreException.Misconfigured.class, CONFIGURATION),
            Map.entry(StoreException.Refused.class, REFUSED),
            Map.entry(StoreException.Damaged.class, BAD_INPUT),
            Map.entry(StoreException.Unwritable.class, CANNOT_WRITE),
            Map.entry(UsageException.class, USAGE),
            Map.entry(ReviewException.class, CANNOT_WRITE),
            Map.entry(JobFileException.class, CONFIGURATION));

    private ExitCode() {}

    /** The code for a failure that a person can do something about; empty for a bug of ours. */
    static OptionalInt of(Throwable failure) {
        Integer code = BY_FAILURE.get(failure.getClass());
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
