package io.mergewell.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of one job, open and owned by this process: there is no second owner while this one is open. The
 * chapters {@code store.mirror} and {@code store.memory} say what is kept in it.
 */
public final class Store implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final StoreAddress address;
    private final JobLock lock;
    private final HikariDataSource pool;
    private final DataSource lazy;
    private final JdbcTransactionManager transactionManager;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate apart;
    private final Ownership ownership;

    private Store(StoreAddress address, JobLock lock, HikariDataSource pool, String job) {
        this.address = address;
        this.lock = lock;
        this.pool = pool;
        // A step's transaction takes its connection with its first statement, not while it waits for the CRM.
        this.lazy = new LazyConnectionDataSourceProxy(pool);
        this.transactionManager = new JdbcTransactionManager(lazy);
        this.jdbc = new JdbcTemplate(lazy);
        this.writing = new TransactionTemplate(transactionManager);
        this.apart = new TransactionTemplate(transactionManager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        new Schema(address, jdbc, writing).migrate();
        this.ownership = writing.execute(status -> Ownership.begin(JdbcClient.create(jdbc), job));
    }

    /**
     * Takes the job's lock and opens its store, creating what is missing.
     *
     * @param job the job's name
     * @throws StoreException if the job is owned by another run, or the store cannot be used
     */
    public static Store open(StoreSettings settings, String job) {
        StoreAddress address = StoreAddress.of(settings);
        JobLock lock = JobLock.take(address, job);
        @Nullable HikariDataSource pool = null;
        try {
            pool = pool(address, settings.patience());
            protect(address);
            return new Store(address, lock, pool, job);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            lock.close();
            throw meaning(address, e);
        }
    }

    /**
     * As {@link #open}, but creates nothing: for those who only want to look.
     *
     * @return empty if the job has no store yet
     */
    public static Optional<Store> openExisting(StoreSettings settings, String job) {
        StoreAddress address = StoreAddress.of(settings);
        boolean present = address instanceof StoreAddress.H2File file
                ? Files.exists(file.file())
                : Schema.isPresent((StoreAddress.Postgres) address);
        return present ? Optional.of(open(settings, job)) : Optional.empty();
    }

    private static void protect(StoreAddress address) {
        if (address instanceof StoreAddress.H2File h2) {
            try {
                PrivateFiles.protect(h2.file());
            } catch (IOException e) {
                throw new StoreException.Unwritable("The store " + h2.description() + " belongs to another user."
                        + " Nothing was changed; correct the key store.url or the file's owner.");
            }
        }
    }

    private static RuntimeException meaning(StoreAddress address, RuntimeException failure) {
        boolean fromDatabase =
                failure instanceof DataAccessException || failure instanceof HikariPool.PoolInitializationException;
        return fromDatabase ? new StoreFailures(address).explained(failure) : failure;
    }

    private static HikariDataSource pool(StoreAddress address, Duration patience) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("store");
        settings.setJdbcUrl(address.url());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(patience.toMillis());
        // One try: a store that does not open is a sentence at once, not after half a minute.
        settings.setInitializationFailTimeout(1);
        if (address instanceof StoreAddress.Postgres) {
            settings.addDataSourceProperty("reWriteBatchedInserts", "true");
            settings.addDataSourceProperty("ApplicationName", "mergewell");
            // A plan kept from when a table was empty would read the whole of it for every page.
            settings.setConnectionInitSql("SET synchronous_commit = on; SET plan_cache_mode = force_custom_plan");
        }
        return new HikariDataSource(settings);
    }

    /** For Spring Batch; belongs to this store and is closed with it. */
    public DataSource dataSource() {
        return lazy;
    }

    /** For Spring Batch: its steps and what this store writes within them are one transaction. */
    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** For the chapters within this one. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** For the chapters within this one. */
    public JdbcClient sql() {
        return JdbcClient.create(jdbc);
    }

    /** The job's number in the tables. */
    public long job() {
        return ownership.job();
    }

    /**
     * Does some writing in one transaction, the surrounding one if there is one.
     *
     * @throws StoreException.Locked if another process has taken the job over meanwhile; nothing is written then
     */
    public void write(Runnable work) {
        writing.executeWithoutResult(status -> {
            ownership.require(sql());
            work.run();
        });
    }

    /** Does something once the surrounding transaction is committed; at once if there is none. */
    public void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** Reads outside any surrounding transaction, so that none is held open while the result is worked on. */
    public <T> T readApart(Supplier<T> work) {
        return Objects.requireNonNull(apart.execute(status -> work.get()));
    }

    /** Tells the database that a table has changed much, so that it plans its queries anew. */
    public void refreshStatistics(String table) {
        if (address instanceof StoreAddress.Postgres) {
            jdbc.execute("ANALYZE " + table);
        }
    }

    /** What a failure within this store means for the person who runs the job; empty if the store is not the cause. */
    public Optional<StoreException> explain(Throwable failure) {
        return Optional.ofNullable(new StoreFailures(address).explain(failure));
    }

    @Override
    public void close() {
        pool.close();
        lock.close();
    }
}
