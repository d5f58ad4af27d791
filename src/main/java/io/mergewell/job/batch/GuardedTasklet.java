package io.mergewell.job.batch;

import io.mergewell.crm.CrmException;
import io.mergewell.job.JobException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Lets Spring Batch know that a step failed or was stopped, but not with which words. */
final class GuardedTasklet implements Tasklet {

    private final Work work;
    private final StepFailure failure;

    GuardedTasklet(Work work, StepFailure failure) {
        this.work = work;
        this.failure = failure;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        try {
            return work.doSome() == Work.Progress.MORE ? RepeatStatus.CONTINUABLE : RepeatStatus.FINISHED;
        } catch (JobException.Stopped | CrmException.Stopped e) {
            failure.keep(e);
            throw new JobInterruptedException("Asked to stop.");
        } catch (RuntimeException | Error e) {
            failure.keep(e);
            throw new IllegalStateException("The step ended early; the run's status says why.");
        }
    }
}
