package io.mergewell.job.dryrun;

import io.mergewell.job.batch.Steps;
import io.mergewell.job.run.RunContext;
import io.mergewell.store.memory.Plans;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dry run: four steps that hand over through the store alone, so that each can be done again by itself. */
@Configuration(proxyBeanMethods = false)
class DryRunJob {

    static final String NAME = "dry-run";

    @Bean
    Job dryRun(JobRepository runs, Step read, Step match, Step plan, Step report) {
        return new JobBuilder(NAME, runs)
                .start(read)
                .next(match)
                .next(plan)
                .next(report)
                .build();
    }

    /** Shared, so that the plan which one step freezes need not be parsed by the next; a step alone does without. */
    @Bean
    Plans plans(RunContext run) {
        return new Plans(run.store(), run.file().name());
    }

    /** The CRM into the mirror, page by page. */
    @Bean
    Step read(Steps steps, RunContext run) {
        return steps.step("read", new ReadWork(run));
    }

    /** The mirror into groups. */
    @Bean
    Step match(Steps steps, RunContext run) {
        return steps.step("match", new MatchWork(run));
    }

    /** Groups into a frozen plan, over persons as they are now. */
    @Bean
    Step plan(Steps steps, RunContext run, Plans plans) {
        return steps.step("plan", new PlanWork(run, plans));
    }

    /** The plan into files for people. */
    @Bean
    Step report(Steps steps, RunContext run, Plans plans) {
        return steps.step("report", new ReportWork(run, plans));
    }
}
