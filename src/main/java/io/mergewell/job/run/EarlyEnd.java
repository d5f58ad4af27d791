package io.mergewell.job.run;

import io.mergewell.job.RunExit;
import io.mergewell.review.files.ReviewException;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.util.Objects;

/** Writes down that a run ended before its time, as far as that can still be written. */
public final class EarlyEnd {

    private final RunContext run;
    private final Epilogue epilogue;

    /** What one command adds. */
    public interface Epilogue {

        /** The failure as a sentence, if this command knows more of it than others; else the failure itself. */
        default RuntimeException explained(RuntimeException failure) {
            return failure;
        }

        /** Whether the run began nothing that could be gone on with. */
        default boolean isAbandoned(RuntimeException failure) {
            return false;
        }

        /** Writes down what else the failure means, before the run's history says how it ended. */
        default void note(RuntimeException failure, RuntimeException explained) {}

        /** Writes the run's files, as far as it came. */
        void write(RunStatus status, int exitCode);
    }

    public EarlyEnd(RunContext run, Epilogue epilogue) {
        this.run = run;
        this.epilogue = epilogue;
    }

    /**
     * Does the work of a run.
     *
     * @throws RuntimeException if it ended early: as a sentence where there is one, after everything was written down
     */
    public void watch(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw noted(e);
        } catch (Error e) {
            noted(new IllegalStateException(e));
            throw e;
        }
    }

    private RuntimeException noted(RuntimeException failure) {
        RuntimeException explained = run.store()
                .explain(failure)
                .map(RuntimeException.class::cast)
                .orElseGet(() -> epilogue.explained(failure));
        int code = RunExit.codeOf(explained).orElse(RunExit.BUG);
        RunStatus status = status(failure, code);
        try {
            run.store().commitAtOnce();
            if (code != RunExit.BUG) {
                run.note(Objects.requireNonNullElse(explained.getMessage(), ""));
            }
            epilogue.note(failure, explained);
            Runs runs = new Runs(run.store());
            runs.count(run.runId(), run.crm().unrecordedUsage());
            runs.end(run.runId(), status, code, run.clock().instant());
            if (!(explained instanceof ReviewException)) {
                epilogue.write(status, code);
            }
        } catch (RuntimeException e) {
            // The store or the disk is what failed: the next run finds this one killed, which is as good.
            explained.addSuppressed(e);
        }
        run.announcer().ended(status.name());
        return explained;
    }

    private RunStatus status(RuntimeException failure, int code) {
        if (epilogue.isAbandoned(failure)) {
            return RunStatus.ABANDONED;
        }
        return code == RunExit.STOPPED ? RunStatus.STOPPED : RunStatus.FAILED;
    }
}
