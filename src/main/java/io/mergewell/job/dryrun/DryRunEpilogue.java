package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.job.NextCommand;
import io.mergewell.job.run.EarlyEnd;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.SummaryFile;
import io.mergewell.store.memory.RunCounts;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Readings;
import java.util.List;

/** What a dry run that ends early leaves behind: a read that is not trusted, and what it counted. */
record DryRunEpilogue(RunContext run) implements EarlyEnd.Epilogue {

    @Override
    public RuntimeException explained(RuntimeException failure) {
        return failure instanceof DoubtfulRead doubtful ? doubtful.explained() : failure;
    }

    @Override
    public boolean isAbandoned(RuntimeException failure) {
        return failure instanceof DoubtfulRead doubtful && doubtful.afterMatching();
    }

    @Override
    public void note(RuntimeException failure, RuntimeException explained) {
        Readings readings = new Readings(run.store());
        if (failure instanceof DoubtfulRead doubtful) {
            readings.doubt(doubtful.completion());
        } else if (explained instanceof CrmException.BrokenContract) {
            readings.find(run.runId()).ifPresent(readings::noteFailure);
        }
    }

    @Override
    public void write(RunStatus status, int exitCode) {
        RunCounts counted =
                new Runs(run.store()).find(run.runId()).orElseThrow().counts();
        Summary.Counts counts = Summary.Counts.read(counted.persons(), counted.pages());
        String nextStep = NextCommand.of(DryRunJob.NAME, run.file().path());
        SummaryFile.write(run.folder(), run.summed(status, exitCode, counts, List.of(), nextStep));
    }
}
