package io.mergewell.cli.ending;

import io.mergewell.cli.jobfile.JobFileException;
import io.mergewell.job.RunExit;
import java.util.OptionalInt;

/** How the program ends: as a run of a job does, and for a command line that is wrong. */
public final class ExitCode {

    /** What was asked for is done, whatever it found. */
    public static final int DONE = RunExit.DONE;

    /** The command line itself is wrong. */
    public static final int USAGE = 64;

    private ExitCode() {}

    /** The code for a failure that a person can do something about; empty for a bug of ours. */
    public static OptionalInt of(Throwable failure) {
        if (failure instanceof UsageException) {
            return OptionalInt.of(USAGE);
        }
        return failure instanceof JobFileException ? OptionalInt.of(RunExit.CONFIGURATION) : RunExit.codeOf(failure);
    }
}
