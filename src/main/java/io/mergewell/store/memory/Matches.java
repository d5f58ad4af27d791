package io.mergewell.store.memory;

import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the last match found, so that planning can be done again by itself. */
public final class Matches {

    private final Store store;

    public Matches(Store store) {
        this.store = store;
    }

    /**
     * The last match.
     *
     * @param shells records that hold nothing and may be proposed for deletion
     */
    public record LastMatch(Resolution resolution, List<PersonId> shells) {

        public LastMatch {
            shells = List.copyOf(shells);
        }
    }

    /** Replaces what an earlier match found. */
    public void save(String runId, LastMatch match) {
        store.write(() -> {
            for (String table : List.of("mergewell_match", "mergewell_group", "mergewell_shell")) {
                store.jdbc().update("DELETE FROM " + table + " WHERE job_id = ?", store.job());
            }
            String findings = MatchDocument.write(MatchDocument.Findings.of(match.resolution()));
            store.jdbc().update("INSERT INTO mergewell_match VALUES (?, ?, ?)", store.job(), runId, findings);
            saveGroups(match.resolution().groups());
            saveShells(match.shells());
        });
    }

    /** What the match of a run found; empty if it did not match, or another run did since. */
    public Optional<LastMatch> find(String runId) {
        return findings(runId).map(findings -> new LastMatch(findings.with(groups()), shells()));
    }

    /** The same without its groups, which take by far the longest to read. */
    public Optional<Resolution> findWithoutGroups(String runId) {
        return findings(runId).map(findings -> findings.with(List.of()));
    }

    private Optional<MatchDocument.Findings> findings(String runId) {
        return store
                .jdbc()
                .queryForList(
                        "SELECT found FROM mergewell_match WHERE job_id = ? AND run_id = ?",
                        String.class,
                        store.job(),
                        runId)
                .stream()
                .findFirst()
                .map(MatchDocument::findings);
    }

    private void saveGroups(List<Group> groups) {
        List<String> documents =
                groups.parallelStream().map(MatchDocument::write).toList();
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < documents.size(); place++) {
            List<String> parts = Parts.of(documents.get(place));
            for (int part = 0; part < parts.size(); part++) {
                rows.add(new Object[] {store.job(), place, part, parts.get(part)});
            }
        }
        store.jdbc().batchUpdate("INSERT INTO mergewell_group VALUES (?, ?, ?, ?)", rows);
    }

    private void saveShells(List<PersonId> shells) {
        List<Object[]> rows = new ArrayList<>();
        for (PersonId shell : shells) {
            rows.add(new Object[] {store.job(), rows.size(), shell.value()});
        }
        store.jdbc().batchUpdate("INSERT INTO mergewell_shell VALUES (?, ?, ?)", rows);
    }

    private List<Group> groups() {
        List<Parts.Part> parts = store.jdbc()
                .query(
                        "SELECT place, found FROM mergewell_group WHERE job_id = ? ORDER BY job_id, place, part",
                        (row, number) -> new Parts.Part(row.getLong(1), row.getString(2)),
                        store.job());
        return Parts.joined(parts).parallelStream().map(MatchDocument::group).toList();
    }

    private List<PersonId> shells() {
        return store.jdbc()
                .query(
                        "SELECT person_id FROM mergewell_shell WHERE job_id = ? ORDER BY job_id, place",
                        (row, number) -> new PersonId(row.getString(1)),
                        store.job());
    }
}
