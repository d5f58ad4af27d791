package io.mergewell.store.privacy;

import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Reading;
import io.mergewell.store.mirror.Readings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a store holds persons, and who still needs it. */
public final class Retention {

    private static final String VALID_PLANS = "SELECT run_id FROM mergewell_plan WHERE job_id = ? AND frozen_at >= ?";

    private static final String BEGUN = """
            SELECT id FROM mergewell_run
            WHERE job_id = ? AND status NOT IN ('COMPLETED', 'ABANDONED') AND started_at >= ?
            """;

    /**
     * Runs that sent something for a row that is open, or is being taken back: by a write in doubt, by half, or by a run
     * that may be gone on with. What was merged from or into somebody who was erased, no restore looks at any more.
     */
    private static final String IN_DOUBT = """
            SELECT DISTINCT sent.run_id FROM mergewell_effect sent
            JOIN mergewell_ledger_row approved ON approved.job_id = sent.job_id AND approved.row_key = sent.row_key
            LEFT JOIN mergewell_restored back ON back.job_id = sent.job_id AND back.row_key = sent.row_key
            LEFT JOIN mergewell_run restoring ON restoring.job_id = back.job_id AND restoring.id = back.restored_by
                AND restoring.status NOT IN ('COMPLETED', 'ABANDONED') AND restoring.started_at >= ?
            WHERE sent.job_id = ? AND (approved.state IN ('APPROVED', 'UNKNOWN')
                OR ((sent.state IN ('INTENT', 'UNKNOWN') OR back.state = 'UNKNOWN' OR restoring.id IS NOT NULL)
                    AND NOT EXISTS (SELECT 1 FROM mergewell_forgotten gone WHERE gone.job_id = sent.job_id
                        AND gone.person_id IN (approved.absorbed_id, approved.survivor_id))))
            """;

    /** Groups of the ledger of which every row is settled for so long, and nothing is in doubt. */
    private static final String SETTLED_GROUPS = """
            SELECT DISTINCT kept.plan_id, kept.group_id FROM mergewell_ledger_group kept
            WHERE kept.job_id = ? AND NOT EXISTS (
                SELECT 1 FROM mergewell_ledger_row approved
                WHERE approved.job_id = kept.job_id AND approved.plan_id = kept.plan_id
                    AND approved.group_id = kept.group_id
                    AND (approved.state IN ('APPROVED', 'UNKNOWN') OR approved.settled_at >= ?
                        OR ((EXISTS (SELECT 1 FROM mergewell_effect sent WHERE sent.job_id = kept.job_id
                                AND sent.row_key = approved.row_key AND sent.state IN ('INTENT', 'UNKNOWN'))
                            OR EXISTS (SELECT 1 FROM mergewell_restored back WHERE back.job_id = kept.job_id
                                AND back.row_key = approved.row_key AND back.state = 'UNKNOWN'))
                            AND NOT EXISTS (SELECT 1 FROM mergewell_forgotten gone WHERE gone.job_id = kept.job_id
                                AND gone.person_id IN (approved.absorbed_id, approved.survivor_id)))))
            ORDER BY kept.plan_id, kept.group_id
            """;

    private static final String ABSORBED = """
            SELECT absorbed_id FROM mergewell_ledger_row
            WHERE job_id = ? AND plan_id = ? AND group_id = ? AND state = 'APPLIED'
            """;

    private static final String OLD_NOTES =
            " WHERE job_id = ? AND note <> '' AND state NOT IN ('APPROVED', 'UNKNOWN') AND settled_at < ?";

    private final Store store;

    public Retention(Store store) {
        this.store = store;
    }

    /** A group as the ledger holds it. */
    public record GroupKey(String planId, String groupId) implements Comparable<GroupKey> {

        @Override
        public int compareTo(GroupKey other) {
            return Comparator.comparing(GroupKey::planId)
                    .thenComparing(GroupKey::groupId)
                    .compare(this, other);
        }
    }

    /** All groups of the ledger. */
    public List<GroupKey> groups() {
        return store.jdbc()
                .query(
                        "SELECT DISTINCT plan_id, group_id FROM mergewell_ledger_group WHERE job_id = ?"
                                + " ORDER BY plan_id, group_id",
                        (row, number) -> new GroupKey(row.getString(1), row.getString(2)),
                        store.job());
    }

    /** The runs whose report is that of a plan which was frozen since. */
    public SortedSet<String> runsOfPlansSince(Instant frozen) {
        return texts(VALID_PLANS, store.job(), at(frozen));
    }

    /** Runs that are not at their end and began since. */
    public SortedSet<String> unfinishedSince(Instant begun) {
        return texts(BEGUN, store.job(), at(begun));
    }

    /**
     * Runs whose snapshots are needed to find out, or take back, what is not settled.
     *
     * @param begun since when a restore that may be gone on with began
     */
    public SortedSet<String> runsInDoubt(Instant begun) {
        return texts(IN_DOUBT, at(begun), store.job());
    }

    /** How many plans were last frozen before a time. */
    public long plansBefore(Instant frozen) {
        return count("SELECT COUNT(*) FROM mergewell_plan WHERE job_id = ? AND frozen_at < ?", store.job(), at(frozen));
    }

    /** Groups of the ledger that were settled before a time, as they were reported. */
    public List<GroupKey> groupsSettledBefore(Instant settled) {
        return store.jdbc()
                .query(
                        SETTLED_GROUPS,
                        (row, number) -> new GroupKey(row.getString(1), row.getString(2)),
                        store.job(),
                        at(settled));
    }

    /** Whether anybody whom a group's applied rows took away is in the mirror, as those of a file are for good. */
    public boolean isAbsorbedPresent(GroupKey group) {
        List<PersonId> absorbed = texts(ABSORBED, store.job(), group.planId(), group.groupId()).stream()
                .map(PersonId::new)
                .toList();
        return !new Mirror(store).find(absorbed).isEmpty();
    }

    /** Whether a group has a row that was applied. */
    public boolean isApplied(GroupKey group) {
        return !texts(ABSORBED, store.job(), group.planId(), group.groupId()).isEmpty();
    }

    /** How many notes of reviewers stand at rows that were settled before a time. */
    public long notesBefore(Instant settled) {
        return count("SELECT COUNT(*) FROM mergewell_ledger_row" + OLD_NOTES, store.job(), at(settled));
    }

    /** When the mirror was last read; empty if there is none. */
    public Optional<Instant> mirrorReadAt() {
        Readings readings = new Readings(store);
        Optional<MirrorState> state = readings.state();
        Stream<Instant> times = Stream.concat(
                state.stream()
                        .flatMap(known -> Stream.concat(
                                Stream.ofNullable(known.sweptAt()),
                                Stream.ofNullable(known.completedBy())
                                        .flatMap(run -> new Runs(store).find(run).stream())
                                        .map(run -> run.startedAt()))),
                readings.unfinished().map(Reading::beganAt).stream());
        return times.max(Instant::compareTo);
    }

    /** Takes groups out of the ledger; their rows stay. Within a transaction of the store. */
    public void dropGroups(List<GroupKey> groups) {
        store.write(() -> store.jdbc()
                .batchUpdate(
                        "DELETE FROM mergewell_ledger_group WHERE job_id = ? AND plan_id = ? AND group_id = ?",
                        groups.stream()
                                .map(group -> new Object[] {store.job(), group.planId(), group.groupId()})
                                .toList()));
    }

    /** Empties the notes of rows that were settled before a time. Within a transaction of the store. */
    public void dropNotes(Instant settled) {
        store.write(() ->
                store.jdbc().update("UPDATE mergewell_ledger_row SET note = ''" + OLD_NOTES, store.job(), at(settled)));
    }

    /** Empties the mirror, its names and what matching found in it: the next dry run reads everything. */
    public void dropMirror() {
        empty("mergewell_person", "mergewell_mirror", "mergewell_reading", "mergewell_term");
        dropMatches();
    }

    /** Forgets what the last match found: a run that has not planned on it yet cannot go on. */
    public void dropMatches() {
        empty("mergewell_match", "mergewell_group", "mergewell_shell");
    }

    private void empty(String... tables) {
        store.write(() -> List.of(tables)
                .forEach(table -> store.jdbc().update("DELETE FROM " + table + " WHERE job_id = ?", store.job())));
    }

    private SortedSet<String> texts(String query, Object... parameters) {
        return new TreeSet<>(store.jdbc().queryForList(query, String.class, parameters));
    }

    private long count(String query, Object... parameters) {
        return Objects.requireNonNull(store.jdbc().queryForObject(query, Long.class, parameters));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
