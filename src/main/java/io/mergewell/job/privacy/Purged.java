package io.mergewell.job.privacy;

import java.nio.file.Path;
import java.util.List;

/**
 * What a purge takes away, or would.
 *
 * @param done whether it did
 * @param files with their sizes in bytes, in the order of their paths
 * @param store what goes out of it
 * @param kept sentences on what is older than it is kept for, and why it stays
 * @param foreign files that lie among ours and that this program did not write: they stay
 */
public record Purged(boolean done, List<File> files, Rows store, List<String> kept, List<Path> foreign) {

    public Purged {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
        foreign = List.copyOf(foreign);
    }

    /** A file. */
    public record File(Path path, long bytes) {}

    /**
     * Rows of the store.
     *
     * @param plans that can no longer be applied
     * @param groups as they were reported, of rows that were settled long ago
     * @param notes that reviewers wrote at such rows
     * @param persons of the mirror, if it goes
     * @param mirror whether it goes
     */
    public record Rows(long plans, long groups, long notes, long persons, boolean mirror) {

        static final Rows NONE = new Rows(0, 0, 0, 0, false);

        /** Whether there are none. */
        public boolean isEmpty() {
            return equals(NONE);
        }
    }

    /** Whether there is nothing to take away. */
    public boolean isEmpty() {
        return files.isEmpty() && store.isEmpty();
    }
}
