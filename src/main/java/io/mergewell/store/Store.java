package io.mergewell.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The database of one job, open: owned by a run, while which there is no second owner, or only looked at. The chapters
 * {@code store.mirror} and {@code store.memory} say what is kept in it.
 */
public final class Store implements AutoCloseable {

    private static final Duration COMMITTED_SOON = Duration.ofMillis(500);

    private final Database database;
    private final Schema schema;
    private final Tenure tenure;
    private final String name;

    private Store(Database database, Schema schema, Tenure tenure, String name) {
        this.database = database;
        this.schema = schema;
        this.tenure = tenure;
        this.name = name;
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
        try {
            return open(Database.open(address, lock, settings.patience()), lock, job);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the store of a job to look at it: takes no lock, creates nothing, changes nothing of what is kept, and keeps
     * no run from beginning, which at most waits a moment for the file of an H2 store. An H2 file that a killed run left
     * is mended on the way, as the next run would do; until such a look ends, another process cannot look.
     *
     * @return empty if nothing is known of the job yet
     * @throws StoreException.Locked if a run has the file of an H2 store, or a look that mends it
     * @throws StoreException if the store cannot be read
     */
    public static Optional<Store> look(StoreSettings settings, String job) {
        StoreAddress address = StoreAddress.of(settings);
        if (!address.isPresent()) {
            return Optional.empty();
        }
        Arrivals arrivals = Arrivals.since(address);
        Database database = Database.openToLook(address, settings.patience());
        @Nullable Store store = null;
        try {
            store = look(database, arrivals, job);
            return Optional.ofNullable(store);
        } catch (RuntimeException e) {
            throw database.meaning(e);
        } finally {
            if (store == null) {
                database.close();
            }
        }
    }

    private static Store open(Database database, JobLock lock, String job) {
        try {
            protect(database.address());
            Schema schema = new Schema(database);
            schema.migrate();
            Ownership ownership =
                    database.writing().execute(status -> Ownership.begin(JdbcClient.create(database.jdbc()), job));
            return new Store(database, schema, new Tenure.Owner(ownership, lock), job);
        } catch (RuntimeException e) {
            database.close();
            throw database.meaning(e);
        }
    }

    private static @Nullable Store look(Database database, Arrivals arrivals, String job) {
        Schema schema = new Schema(database);
        Long number = schema.isPresent() ? Ownership.find(JdbcClient.create(database.jdbc()), job) : null;
        return number == null ? null : new Store(database, schema, new Tenure.Onlooker(number, arrivals), job);
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

    /** For Spring Batch; belongs to this store and is closed with it. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** For Spring Batch: its steps and what this store writes within them are one transaction. */
    public PlatformTransactionManager transactionManager() {
        return database.transactionManager();
    }

    /** For the chapters within this one. */
    public JdbcTemplate jdbc() {
        return database.jdbc();
    }

    /** For the chapters within this one. */
    public JdbcClient sql() {
        return JdbcClient.create(jdbc());
    }

    /** The job's number in the tables. */
    public long job() {
        return tenure.job();
    }

    /**
     * Does some writing in one transaction, the surrounding one if there is one.
     *
     * @throws StoreException.Locked if another process has taken the job over meanwhile; nothing is written then
     */
    public void write(Runnable work) {
        database.writing().executeWithoutResult(status -> {
            tenure.requireOwner(sql());
            work.run();
        });
    }

    /**
     * Does some writing in a transaction of its own, whatever transaction surrounds it: when this returns, it is
     * durable.
     *
     * @throws StoreException.Locked if another process has taken the job over meanwhile; nothing is written then
     */
    public void writeAtOnce(Runnable work) {
        database.atOnce().executeWithoutResult(status -> {
            tenure.requireOwner(sql());
            work.run();
        });
    }

    /** Whether a run owns the job at this moment, this one or another. */
    public boolean isAtWork() {
        return tenure instanceof Tenure.Owner
                || (database.address() instanceof StoreAddress.Postgres && AdvisoryJobLock.isHeld(jdbc(), name));
    }

    /** Whether an earlier version wrote the store: some of it may be unreadable until the next run brings it up to date. */
    public boolean isOutdated() {
        return schema.isOutdated();
    }

    /**
     * To be called between two steps of a long look.
     *
     * @throws StoreException.Locked if a run waits for this store, which is only looked at
     */
    public void giveWay() {
        tenure.giveWay();
    }

    /**
     * From now on what is committed is durable within half a second, which spares an H2 store a third of its work: for
     * what can be read again at no cost. A kill takes the last commits back, each as a whole and none without those after
     * it. A connection that the pool replaces meanwhile ends it early, as {@link #commitAtOnce} does.
     */
    public void commitSoon() {
        writeDelay(COMMITTED_SOON);
    }

    /** Ends {@link #commitSoon}: what was committed before becomes durable with the next commit, and that at once. */
    public void commitAtOnce() {
        writeDelay(Duration.ZERO);
    }

    private void writeDelay(Duration delay) {
        if (database.address() instanceof StoreAddress.H2File) {
            database.apart().executeWithoutResult(status -> jdbc().execute("SET WRITE_DELAY " + delay.toMillis()));
        }
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
        return Objects.requireNonNull(database.apart().execute(status -> work.get()));
    }

    /** Tells the database that a table has changed much, so that it plans its queries anew. */
    public void refreshStatistics(String table) {
        if (database.address() instanceof StoreAddress.Postgres) {
            jdbc().execute("ANALYZE " + table);
        }
    }

    /** What a failure within this store means for the person who runs the job; empty if the store is not the cause. */
    public Optional<StoreException> explain(Throwable failure) {
        return Optional.ofNullable(new StoreFailures(database.address()).explain(failure));
    }

    /**
     * Writes an H2 file anew, so that nothing is left in it of what was deleted; nothing else can be done with this
     * store then. A PostgreSQL server cleans up by itself, in its own time.
     */
    public void compact() {
        if (database.address() instanceof StoreAddress.H2File) {
            jdbc().execute("SHUTDOWN COMPACT");
        }
    }

    @Override
    public void close() {
        database.close();
        tenure.close();
    }
}
