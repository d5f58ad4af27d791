package io.mergewell.job.batch;

import io.mergewell.store.Store;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch on the job's store: what it remembers and what a step writes are one transaction. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
class ShellConfiguration {

    /** Closed by the store, after the last step has ended. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    PlatformTransactionManager transactions(Store store) {
        return store.transactionManager();
    }

    /** Text instead of Java's serialisation, which any writer of the table could abuse. */
    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    @Bean
    Steps steps(JobRepository repository, PlatformTransactionManager transactions, StepFailure failure) {
        return new Steps(repository, transactions, failure);
    }
}
