package io.mergewell.job;

import io.mergewell.apply.act.CanaryException;
import io.mergewell.apply.act.send.ReversedMergeException;
import io.mergewell.apply.act.send.TooManyConflictsException;
import io.mergewell.apply.restore.RestoreException;
import io.mergewell.crm.CrmException;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.files.ReviewException;
import io.mergewell.sandbox.SandboxException;
import io.mergewell.store.StoreException;
import java.util.Map;
import java.util.OptionalInt;

/** With which exit code a run ends, by what ended it. The numbers are published: schedulers rely on them. */
public final class RunExit {

    public static final int DONE = 0;

    /** Apply is done, and some rows are not as they should be. */
    public static final int PARTLY = 2;

    public static final int BAD_INPUT = 65;
    public static final int BUG = 70;
    public static final int CANNOT_WRITE = 74;
    public static final int TEMPORARY = 75;
    public static final int BROKEN_CONTRACT = 76;
    public static final int REFUSED = 77;
    public static final int CONFIGURATION = 78;
    public static final int STOPPED = 143;

    private static final Map<Class<? extends RuntimeException>, Integer> BY_FAILURE = Map.ofEntries(
            Map.entry(JobException.Stopped.class, STOPPED),
            Map.entry(JobException.Unsuited.class, CONFIGURATION),
            Map.entry(JobException.Unknown.class, BAD_INPUT),
            Map.entry(JobException.TooEarly.class, TEMPORARY),
            Map.entry(CrmException.Stopped.class, STOPPED),
            Map.entry(TooManyConflictsException.class, PARTLY),
            Map.entry(RestoreException.class, BAD_INPUT),
            Map.entry(CanaryException.class, PARTLY),
            Map.entry(ReversedMergeException.class, BROKEN_CONTRACT),
            Map.entry(CrmException.Temporary.class, TEMPORARY),
            Map.entry(CrmException.CursorExpired.class, TEMPORARY),
            Map.entry(CrmException.BrokenContract.class, BROKEN_CONTRACT),
            Map.entry(CrmException.UnusableRecord.class, BROKEN_CONTRACT),
            Map.entry(CrmException.Refused.class, REFUSED),
            Map.entry(CrmException.Misconfigured.class, CONFIGURATION),
            Map.entry(CrmException.UnreadableInput.class, BAD_INPUT),
            Map.entry(CrmException.FileNotWritten.class, CANNOT_WRITE),
            Map.entry(StoreException.Locked.class, TEMPORARY),
            Map.entry(StoreException.Unreachable.class, TEMPORARY),
            Map.entry(StoreException.Newer.class, CONFIGURATION),
            Map.entry(StoreException.Misconfigured.class, CONFIGURATION),
            Map.entry(StoreException.Refused.class, REFUSED),
            Map.entry(StoreException.Damaged.class, BAD_INPUT),
            Map.entry(StoreException.Unwritable.class, CANNOT_WRITE),
            Map.entry(SandboxException.Temporary.class, TEMPORARY),
            Map.entry(SandboxException.Misconfigured.class, CONFIGURATION),
            Map.entry(SandboxException.Unwritable.class, CANNOT_WRITE),
            Map.entry(ReviewException.class, CANNOT_WRITE),
            Map.entry(RefusedReviewException.class, BAD_INPUT));

    private RunExit() {}

    /** The code for a failure that a person can do something about; empty for a bug of ours. */
    public static OptionalInt codeOf(Throwable failure) {
        Integer code = BY_FAILURE.get(failure.getClass());
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
