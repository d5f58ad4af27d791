package io.mergewell.job.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes steps. Each names its transaction manager: without one, Batch 6 keeps half of a failed page. */
public final class Steps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StepFailure failure;

    Steps(JobRepository repository, PlatformTransactionManager transactions, StepFailure failure) {
        this.repository = repository;
        this.transactions = transactions;
        this.failure = failure;
    }

    /** A step that a run which goes on does again, although it was done: what it did it must know by itself. */
    public Step repeatable(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(new GuardedTasklet(work, failure), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** A step that is done once in a run. */
    public Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(new GuardedTasklet(work, failure), transactions)
                .build();
    }
}
