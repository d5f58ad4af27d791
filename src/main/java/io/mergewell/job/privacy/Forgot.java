package io.mergewell.job.privacy;

import io.mergewell.person.PersonId;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What {@code forget} erases, or would.
 *
 * @param done whether it did
 * @param files that are written again, in the order of their paths
 * @param unreadable files that cannot be searched, because they are not, or not whole, as a run writes them
 * @param mirrored how many of them the copy of the CRM holds
 * @param planned groups of plans that could still be applied
 * @param groups of the ledger, as they were reported
 * @param waiting approved rows for which nothing was sent yet: they end in conflict
 * @param merged where persons went by merges, of them or into them, by who is gone
 * @param others who were in a group with one of them
 */
public record Forgot(
        boolean done,
        List<Path> files,
        List<Path> unreadable,
        int mirrored,
        int planned,
        long groups,
        int waiting,
        SortedMap<PersonId, PersonId> merged,
        SortedSet<PersonId> others) {

    public Forgot {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /** Whether nothing of them is held, as far as all could be searched. */
    public boolean isEmpty() {
        return files.isEmpty() && mirrored == 0 && planned == 0 && groups == 0 && waiting == 0;
    }
}
