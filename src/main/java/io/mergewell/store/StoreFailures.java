package io.mergewell.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Tells what a driver's failure means for the person who runs the job. */
final class StoreFailures {

    private static final Set<Integer> H2_DAMAGED =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1);

    private static final Set<Integer> H2_UNWRITABLE =
            Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2, ErrorCode.DATABASE_IS_READ_ONLY);

    /** Classes of PostgreSQL's SQL states: connection, resources, shutdown, serialisation. */
    private static final Set<String> GONE = Set.of("08", "53", "57P", "40");

    private final StoreAddress address;

    StoreFailures(StoreAddress address) {
        this.address = address;
    }

    /** The failure as a sentence; null if it is none of the database's but ours. */
    @Nullable
    StoreException explain(Throwable failure) {
        boolean ofDatabase = false;
        boolean noConnection = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException explained) {
                return explained;
            }
            if (cause instanceof SQLException refused) {
                StoreException explained = address instanceof StoreAddress.H2File ? h2(refused) : postgres(refused);
                if (explained != null) {
                    return explained;
                }
                ofDatabase = true;
                noConnection |= refused instanceof SQLTransientConnectionException;
            }
            if (cause instanceof IOException && ofDatabase && address instanceof StoreAddress.H2File) {
                return unwritable();
            }
        }
        return noConnection ? unreachable("no connection") : null;
    }

    /** As {@link #explain}, for the moment of opening, when whatever fails is the store's. */
    StoreException explained(Throwable failure) {
        StoreException explained = explain(failure);
        return explained != null ? explained : unopened(failure);
    }

    /** For a store whose URL or settings are wrong. */
    StoreException unopened(Throwable failure) {
        return new StoreException.Misconfigured("The store " + address.description() + " cannot be opened ("
                + code(failure) + "). Nothing was changed; check the key store.url in the job file.");
    }

    private @Nullable StoreException h2(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new StoreException.Locked("Another process has the store " + address.description()
                    + " open and was left alone. Nothing was read or changed; run again when it has ended.");
        }
        if (code == ErrorCode.WRONG_USER_OR_PASSWORD) {
            return refused();
        }
        if (H2_DAMAGED.contains(code)) {
            return new StoreException.Damaged("The store " + address.description()
                    + " is damaged or not an H2 file of this version, and was left as it is. Restore a backup, or move"
                    + " the file away to begin with an empty store: the next dry run reads everything again.");
        }
        return H2_UNWRITABLE.contains(code) ? unwritable() : null;
    }

    private @Nullable StoreException postgres(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return refused();
        }
        if (state.equals("3D000")) {
            return new StoreException.Misconfigured("There is no database at " + address.description()
                    + ". Create it, or correct the key store.url in the job file.");
        }
        if (state.equals("42501")) {
            return new StoreException.Refused("The user of " + address.description()
                    + " may not create or write the tables that Mergewell needs. Grant it that and run again.");
        }
        if (state.equals("53100") || state.equals("25006")) {
            return unwritable();
        }
        return GONE.stream().anyMatch(state::startsWith) ? unreachable(state) : null;
    }

    private StoreException unreachable(String reason) {
        return new StoreException.Unreachable("The database " + address.description() + " does not answer (" + reason
                + "). What was committed is kept; run again when it is back.");
    }

    private StoreException refused() {
        return new StoreException.Refused("The store " + address.description()
                + " refuses its user or password. Nothing was changed; correct the key store.url in the job file.");
    }

    private StoreException unwritable() {
        return new StoreException.Unwritable("The store " + address.description()
                + " cannot be written: the disk is full or the file may not be changed. What was committed is kept;"
                + " make room and run again.");
    }

    private static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return "SQL state " + refused.getSQLState() + ", code " + refused.getErrorCode();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
