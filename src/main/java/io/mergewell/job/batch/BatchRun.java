package io.mergewell.job.batch;

import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import java.util.List;
import java.util.Map;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One run within Spring Batch: a context of its own, started for it and closed after it. */
public final class BatchRun {

    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.batch.jdbc.initialize-schema", "never",
            "spring.batch.jdbc.isolation-level-for-create", "read_committed",
            "spring.jmx.enabled", "false",
            // An application.yml in the working directory is somebody else's.
            "spring.config.location", "optional:classpath:/io/mergewell/job/batch/");

    private final Store store;
    private final Class<?> configuration;
    private final StepFailure failure = new StepFailure();

    /** @param configuration defines the one {@link Job} and its steps */
    public BatchRun(Store store, Class<?> configuration) {
        this.store = store;
        this.configuration = configuration;
    }

    /**
     * Starts a run or goes on with it, and returns when its last step has ended.
     *
     * @param runId the only parameter that identifies it
     * @param earlier run that may have been killed after its work was done
     * @param shared what the steps are made from, registered by its type
     * @throws RuntimeException what ended a step early
     */
    public void run(String runId, List<String> earlier, Object shared) {
        try (ConfigurableApplicationContext context = context(shared)) {
            JobRepository repository = context.getBean(JobRepository.class);
            requireJdbc(repository);
            Job job = context.getBean(Job.class);
            JobOperator operator = context.getBean(JobOperator.class);
            Recovery recovery = new Recovery(repository, operator);
            earlier.forEach(id -> recovery.recover(job.getName(), parameters(id)));
            recovery.recover(job.getName(), parameters(runId));
            FailPoint.hit("after-recovery");
            JobExecution execution = operator.start(job, parameters(runId));
            FailPoint.hit("before-end");
            requireCompleted(execution);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Spring Batch refused the run.", e);
        }
    }

    private ConfigurableApplicationContext context(Object shared) {
        // logback.xml holds; Boot would take the log apart and set it up again under the pool's threads.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication application = new SpringApplication(ShellConfiguration.class, configuration);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        // Boot's hook would close the context under a step that is still finishing its page.
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(SETTINGS);
        application.addInitializers(context -> register((GenericApplicationContext) context, shared));
        return application.run();
    }

    private void register(GenericApplicationContext context, Object shared) {
        context.getBeanFactory().registerSingleton("store", store);
        context.getBeanFactory().registerSingleton("stepFailure", failure);
        context.getBeanFactory().registerSingleton("shared", shared);
    }

    private static JobParameters parameters(String runId) {
        return new JobParametersBuilder().addString("run", runId).toJobParameters();
    }

    /** One wrong starter on the class path, and nothing could ever be restarted. */
    private static void requireJdbc(JobRepository repository) {
        if (ResourcelessJobRepository.class.isAssignableFrom(AopProxyUtils.ultimateTargetClass(repository))) {
            throw new IllegalStateException("Spring Batch keeps its runs in memory only.");
        }
    }

    private void requireCompleted(JobExecution execution) {
        Throwable cause = failure.orNull();
        if (cause == null && execution.getStatus() != BatchStatus.COMPLETED) {
            cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("The run ended as " + execution.getStatus() + "."));
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException known) {
            throw known;
        }
        if (cause != null) {
            throw new IllegalStateException(cause);
        }
    }
}
