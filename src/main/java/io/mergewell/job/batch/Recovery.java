package io.mergewell.job.batch;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Brings what a killed process left in Batch's tables into a state from which the run can be continued. Only for the
 * owner of the job's lock: Batch cannot know whether the other process still lives.
 */
final class Recovery {

    private final JobRepository repository;
    private final JobOperator operator;

    Recovery(JobRepository repository, JobOperator operator) {
        this.repository = repository;
        this.operator = operator;
    }

    void recover(String job, JobParameters run) {
        JobInstance instance = repository.getJobInstance(job, run);
        if (instance == null) {
            return;
        }
        @Nullable JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // Killed between Batch's two inserts: no later start would accept such an instance.
            repository.deleteJobInstance(instance);
        } else if (isOpen(last)) {
            operator.recover(last);
            settleUnknown(last);
        }
    }

    private static boolean isOpen(JobExecution execution) {
        return isOpen(execution.getStatus())
                || execution.getStepExecutions().stream().anyMatch(step -> isOpen(step.getStatus()));
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }

    /** Batch leaves UNKNOWN to an operator, since it cannot know what a step did; ours commit all or nothing. */
    private void settleUnknown(JobExecution execution) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        for (StepExecution step : execution.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        if (isOpen(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(now);
            repository.update(execution);
        }
    }
}
