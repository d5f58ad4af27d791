package io.mergewell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.BooleanSupplier;

/** Tells whether a run has come since somebody began to look at a store. */
final class Arrivals {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final BooleanSupplier any;

    private Arrivals(BooleanSupplier any) {
        this.any = any;
    }

    /** A run that waits for an H2 file touches its lock file; PostgreSQL has room for both. */
    static Arrivals since(StoreAddress address) {
        if (address instanceof StoreAddress.H2File file) {
            FileTime before = touched(file.lockFile());
            return new Arrivals(() -> !touched(file.lockFile()).equals(before));
        }
        return new Arrivals(() -> false);
    }

    boolean any() {
        return any.getAsBoolean();
    }

    private static FileTime touched(Path lockFile) {
        try {
            return Files.getLastModifiedTime(lockFile);
        } catch (IOException e) {
            return NEVER;
        }
    }
}
