package io.mergewell.apply.restore;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.privacy.ForgottenPersons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What an apply run took away and its snapshots hold. */
public final class RestorePlan {

    private final String appliedBy;
    private final List<LedgerRow> rows;
    private final SortedMap<String, Restored.Line> restored;
    private final List<Family> families;

    private RestorePlan(
            String appliedBy, List<LedgerRow> rows, SortedMap<String, Restored.Line> restored, List<Family> families) {
        this.appliedBy = appliedBy;
        this.rows = List.copyOf(rows);
        this.restored = Collections.unmodifiableSortedMap(restored);
        this.families = List.copyOf(families);
    }

    /**
     * Reads ledger and snapshots.
     *
     * @param appliedBy the run
     * @param reports the folder with the folders of the job's runs
     * @param revival reads the records that were kept; null for a system that brings nobody back, of which the plan then
     *     knows the rows alone
     * @throws RestoreException if the run is unknown or applied nothing, or its snapshots are missing or damaged
     */
    public static RestorePlan of(Store store, String appliedBy, Path reports, @Nullable PersonRevival revival) {
        if (new Runs(store).find(appliedBy).isEmpty()) {
            throw unknown(appliedBy);
        }
        Effects effects = new Effects(store);
        // A row that proposed what another had done already took nobody away itself.
        List<LedgerRow> rows = new Ledger(store)
                .appliedBy(appliedBy).stream()
                        .filter(row -> !effects.runsOf(row.rowKey()).isEmpty())
                        .toList();
        if (rows.isEmpty()) {
            throw new RestoreException("The run " + appliedBy + " applied nothing, so there is nothing to restore."
                    + " Nothing was changed; the command status names the last runs.");
        }
        SortedSet<PersonId> forgotten = new ForgottenPersons(store).all();
        rows = rows.stream().filter(row -> !isAbout(row, forgotten)).toList();
        if (rows.isEmpty()) {
            throw new RestoreException(
                    "Of all whom the run " + appliedBy + " took away, or merged others into, somebody"
                            + " was erased on request, so that nobody can come back. Nothing was changed.");
        }
        SortedMap<String, Restored.Line> restored = new Restored(store).of(appliedBy);
        List<LedgerRow> open =
                rows.stream().filter(row -> !isDone(restored.get(row.rowKey()))).toList();
        List<Family> families = revival == null ? List.of() : new Reading(store, reports, revival).families(open);
        return new RestorePlan(appliedBy, rows, restored, families);
    }

    /** For a run that the store does not know. */
    public static RestoreException unknown(String run) {
        return new RestoreException("There is no run " + run + " of this job. Nothing was changed; the folder names"
                + " among the job's reports are its runs, and the command status names the last ones.");
    }

    private static boolean isAbout(LedgerRow row, Set<PersonId> persons) {
        @Nullable PersonId survivor = row.survivor();
        return persons.contains(row.absorbed()) || (survivor != null && persons.contains(survivor));
    }

    private static boolean isDone(Restored.@Nullable Line line) {
        return line != null && line.state() == RowState.APPLIED;
    }

    /** The run that applied the rows. */
    public String appliedBy() {
        return appliedBy;
    }

    /** The rows that the run applied, in the order of their approval, but those about somebody who was erased since. */
    public List<LedgerRow> rows() {
        return rows;
    }

    /** What earlier runs restored, or tried to, by the keys of the rows. */
    public SortedMap<String, Restored.Line> restored() {
        return restored;
    }

    /** Those of which something is left to do, what was applied last first: the way back is the way there reversed. */
    List<Family> families() {
        return families;
    }

    /** Snapshots of the runs in question, read once each. */
    private static final class Reading {
        private final Effects effects;
        private final Path reports;
        private final PersonRevival revival;
        private final Map<String, KeptRecords> kept = new HashMap<>();

        Reading(Store store, Path reports, PersonRevival revival) {
            this.effects = new Effects(store);
            this.reports = reports;
            this.revival = revival;
        }

        List<Family> families(List<LedgerRow> rows) {
            Map<String, List<LedgerRow>> bySurvivor = new LinkedHashMap<>();
            for (LedgerRow row : rows) {
                @Nullable PersonId survivor = row.survivor();
                String key = survivor == null ? "deleted " + row.absorbed() : "merged " + survivor;
                // What came last goes to the end, even of a survivor that was there before.
                List<LedgerRow> earlier =
                        Optional.ofNullable(bySurvivor.remove(key)).orElseGet(ArrayList::new);
                earlier.add(row);
                bySurvivor.put(key, earlier);
            }
            List<Family> families = new ArrayList<>();
            bySurvivor.values().forEach(one -> families.add(family(one)));
            Collections.reverse(families);
            return families;
        }

        private Family family(List<LedgerRow> rows) {
            @Nullable PersonId survivor = rows.get(0).survivor();
            List<Loss> losses = rows.stream()
                    .map(row -> new Loss(row, former(row, row.absorbed())))
                    .toList();
            return new Family(
                    survivor,
                    survivor == null ? null : former(rows.get(0), survivor).person(),
                    losses);
        }

        /** An abandoned run may have sent what a later one found out: the first that sent something took the snapshot. */
        private SourcedPerson former(LedgerRow row, PersonId person) {
            for (String run : effects.runsOf(row.rowKey())) {
                Optional<String> record = kept.computeIfAbsent(run, id -> KeptRecords.read(reports.resolve(id)))
                        .find(person);
                if (record.isPresent()) {
                    return read(record.get(), person);
                }
            }
            throw new RestoreException("The snapshots in " + reports.resolve(String.valueOf(row.settledBy()))
                    + " do not hold person " + person + " whole, so nothing was changed. Put the file snapshots.jsonl"
                    + " back from a backup and run the same command again.");
        }

        private SourcedPerson read(String record, PersonId person) {
            try {
                SourcedPerson read = revival.recorded(record);
                if (read.person().id().equals(person)) {
                    return read;
                }
            } catch (IllegalArgumentException notOne) {
                // Said below, with the person it is about.
            }
            throw new RestoreException("The snapshot of person " + person + " is not a record of this system. Nothing"
                    + " was changed. Put the file snapshots.jsonl back from a backup and run the same command again.");
        }
    }
}
