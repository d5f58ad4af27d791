package io.mergewell.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The open database of a store: its connections, and how transactions run on them. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final StoreAddress address;
    private final HikariDataSource pool;
    private final DataSource lazy;
    private final JdbcTransactionManager transactionManager;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate apart;
    private final TransactionTemplate atOnce;

    private Database(StoreAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        // A step's transaction takes its connection with its first statement, not while it waits for the CRM.
        this.lazy = new LazyConnectionDataSourceProxy(pool);
        this.transactionManager = new JdbcTransactionManager(lazy);
        this.jdbc = new JdbcTemplate(lazy);
        this.writing = new TransactionTemplate(transactionManager);
        this.apart = new TransactionTemplate(transactionManager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.atOnce = new TransactionTemplate(transactionManager);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens a database for a run, and creates it if it is missing. Somebody who looks at it holds an H2 file for a
     * moment, which is waited for.
     *
     * @param lock the run's
     * @param patience how long to wait at most
     */
    static Database open(StoreAddress address, JobLock lock, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            lock.announce();
            try {
                return open(address, address.url(), patience, false);
            } catch (StoreException.Locked e) {
                if (System.nanoTime() - deadline >= 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Opens a database to look at it. Nothing is changed through it. */
    static Database openToLook(StoreAddress address, Duration patience) {
        return open(address, address.urlToLook(), patience, true);
    }

    private static Database open(StoreAddress address, String url, Duration patience, boolean readOnly) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("store");
        settings.setJdbcUrl(url);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setReadOnly(readOnly);
        settings.setConnectionTimeout(patience.toMillis());
        // One try: a store that does not open is a sentence at once, not after half a minute.
        settings.setInitializationFailTimeout(1);
        if (address instanceof StoreAddress.Postgres) {
            settings.addDataSourceProperty("reWriteBatchedInserts", "true");
            settings.addDataSourceProperty("ApplicationName", "mergewell");
            // A plan kept from when a table was empty would read the whole of it for every page.
            settings.setConnectionInitSql("SET synchronous_commit = on; SET plan_cache_mode = force_custom_plan");
        }
        try {
            return new Database(address, new HikariDataSource(settings));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreFailures(address).explained(e);
        } catch (RuntimeException e) {
            // The driver does not take the URL, which the message of this exception quotes.
            throw new StoreFailures(address).unopened(e);
        }
    }

    /** What a failure in the course of opening means. */
    RuntimeException meaning(RuntimeException failure) {
        boolean isOfStore = failure instanceof DataAccessException || failure instanceof TransactionException;
        return isOfStore ? new StoreFailures(address).explained(failure) : failure;
    }

    StoreAddress address() {
        return address;
    }

    DataSource dataSource() {
        return lazy;
    }

    JdbcTransactionManager transactionManager() {
        return transactionManager;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Within the surrounding transaction, or one of its own. */
    TransactionTemplate writing() {
        return writing;
    }

    /** In a transaction of its own, committed by itself. */
    TransactionTemplate atOnce() {
        return atOnce;
    }

    /** Outside any surrounding transaction. */
    TransactionTemplate apart() {
        return apart;
    }

    @Override
    public void close() {
        pool.close();
    }
}
