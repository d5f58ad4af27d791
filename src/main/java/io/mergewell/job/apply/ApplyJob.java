package io.mergewell.job.apply;

import io.mergewell.job.batch.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Apply: four steps. What was done to the CRM the ledger knows, not Spring Batch, which neither skips nor retries
 * anything here: a run that goes on begins with the reviews, because one may have come that takes an approval back.
 */
@Configuration(proxyBeanMethods = false)
class ApplyJob {

    static final String NAME = "apply";

    @Bean
    Job apply(JobRepository runs, Step admit, Step act, Step verify, Step receipt) {
        return new JobBuilder(NAME, runs)
                .start(admit)
                .next(act)
                .next(verify)
                .next(receipt)
                .build();
    }

    /** Decided reviews into approved rows of the ledger. */
    @Bean
    Step admit(Steps steps, Applying applying) {
        return steps.repeatable("admit", new AdmitWork(applying.run(), applying.review()));
    }

    /** Approved rows into effects in the CRM. */
    @Bean
    Step act(Steps steps, Applying applying) {
        return steps.repeatable("act", new ActWork(applying.run(), applying.rounds()));
    }

    /** A last look at what was left in doubt. */
    @Bean
    Step verify(Steps steps, Applying applying) {
        return steps.repeatable("verify", new VerifyWork(applying.run(), applying.rounds()));
    }

    /** The ledger into files for people. */
    @Bean
    Step receipt(Steps steps, Applying applying) {
        return steps.repeatable("receipt", new ReceiptWork(applying));
    }
}
