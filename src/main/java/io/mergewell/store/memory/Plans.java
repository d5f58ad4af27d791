package io.mergewell.store.memory;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDocument;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The frozen plans of a job. */
public final class Plans {

    private static final String ONE_PLAN = " WHERE job_id = ? AND plan_id = ?";

    private final Store store;
    private final String job;
    private @Nullable Frozen frozenHere;

    /** A plan that need not be parsed again as long as what is stored has this digest. */
    private record Frozen(Plan plan, String contentDigest) {}

    /** @param job the job's name */
    public Plans(Store store, String job) {
        this.store = store;
        this.job = job;
    }

    /** Freezes a plan. The same proposal found again is the same plan, valid from now. */
    public void freeze(String runId, Plan plan, Instant now) {
        List<String> groups =
                plan.groups().parallelStream().map(PlanDocument::toJson).toList();
        String contentDigest = ContentDigest.of(plan, groups);
        store.write(() -> {
            delete(plan.id());
            store.jdbc()
                    .update(
                            "INSERT INTO mergewell_plan VALUES (?, ?, ?, ?, ?, ?, ?)",
                            store.job(),
                            plan.id(),
                            plan.digest(),
                            contentDigest,
                            runId,
                            now.atOffset(ZoneOffset.UTC),
                            plan.persons());
            saveGroups(plan.id(), groups);
            saveNotes(plan);
        });
        frozenHere = new Frozen(plan, contentDigest);
    }

    /**
     * A plan, exactly as it was frozen; empty if there is none of that id.
     *
     * @throws IllegalArgumentException if what is stored is not what was frozen
     */
    public Optional<Plan> find(String id) {
        return store
                .jdbc()
                .query(
                        "SELECT * FROM mergewell_plan WHERE job_id = ? AND id = ?",
                        (row, number) -> {
                            List<String> groups = groups(id);
                            Plan plan = new Plan(
                                    id,
                                    row.getString("digest"),
                                    job,
                                    row.getLong("persons"),
                                    read(row.getString("content_digest"), groups),
                                    notes(id));
                            ContentDigest.require(row.getString("content_digest"), plan, groups);
                            return plan;
                        },
                        store.job(),
                        id)
                .stream()
                .findFirst();
    }

    private List<PlannedGroup> read(String contentDigest, List<String> groups) {
        return frozenHere != null && frozenHere.contentDigest().equals(contentDigest)
                ? frozenHere.plan().groups()
                : groups.parallelStream().map(PlanDocument::groupFromJson).toList();
    }

    /** When a plan was frozen last; empty if there is none of that id. */
    public Optional<Instant> frozenAt(String id) {
        return store
                .jdbc()
                .query(
                        "SELECT frozen_at FROM mergewell_plan WHERE job_id = ? AND id = ?",
                        (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        store.job(),
                        id)
                .stream()
                .findFirst();
    }

    /** Forgets plans that are too old to be applied: each takes as much room as its report. */
    public void dropFrozenBefore(Instant oldest) {
        List<String> expired = store.jdbc()
                .query(
                        "SELECT id FROM mergewell_plan WHERE job_id = ? AND frozen_at < ?",
                        (row, number) -> row.getString(1),
                        store.job(),
                        oldest.atOffset(ZoneOffset.UTC));
        store.write(() -> expired.forEach(this::delete));
    }

    /** The groups of all plans that are kept which hold one of some persons; of a damaged plan none. */
    public List<PlannedGroup> groupsOf(Set<PersonId> persons) {
        return ids().stream()
                .flatMap(id -> undamaged(id).stream())
                .flatMap(plan -> plan.groups().stream())
                .filter(group -> concerns(group, persons))
                .toList();
    }

    /**
     * Takes the groups that hold one of some persons out of all plans that are kept. Their other groups can be applied as
     * before; a damaged plan, which nobody can apply, goes as a whole. Within a transaction of the store.
     */
    public void removeGroupsOf(Set<PersonId> persons) {
        store.write(() -> ids().forEach(
                        id -> undamaged(id).ifPresentOrElse(plan -> removeGroupsOf(persons, plan), () -> delete(id))));
    }

    /** The keys of a plan's rows that were taken out of it; of one without such rows none. */
    public SortedSet<String> removedRows(String id) {
        return new TreeSet<>(store.jdbc()
                .queryForList("SELECT row_key FROM mergewell_forgotten_row" + ONE_PLAN, String.class, store.job(), id));
    }

    private void removeGroupsOf(Set<PersonId> persons, Plan plan) {
        List<PlannedGroup> remaining = plan.groups().stream()
                .filter(group -> !concerns(group, persons))
                .toList();
        if (remaining.size() == plan.groups().size()) {
            return;
        }
        List<Object[]> removed = plan.groups().stream()
                .filter(group -> concerns(group, persons))
                .flatMap(group -> group.actions().stream())
                .map(action -> new Object[] {store.job(), plan.id(), action.rowKey()})
                .toList();
        Plan rest = new Plan(plan.id(), plan.digest(), plan.job(), plan.persons(), remaining, plan.notes());
        List<String> groups = remaining.stream().map(PlanDocument::toJson).toList();
        store.jdbc().update("DELETE FROM mergewell_planned_group" + ONE_PLAN, store.job(), plan.id());
        saveGroups(plan.id(), groups);
        store.jdbc()
                .update(
                        "UPDATE mergewell_plan SET content_digest = ? WHERE job_id = ? AND id = ?",
                        ContentDigest.of(rest, groups),
                        store.job(),
                        plan.id());
        store.jdbc().batchUpdate("INSERT INTO mergewell_forgotten_row VALUES (?, ?, ?)", removed);
    }

    private Optional<Plan> undamaged(String id) {
        try {
            return find(id);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private List<String> ids() {
        return store.sql()
                .sql("SELECT id FROM mergewell_plan WHERE job_id = ? ORDER BY id")
                .param(store.job())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static boolean concerns(PlannedGroup group, Set<PersonId> persons) {
        return group.members().stream().anyMatch(member -> persons.contains(member.id()));
    }

    private void delete(String id) {
        store.jdbc().update("DELETE FROM mergewell_forgotten_row" + ONE_PLAN, store.job(), id);
        store.jdbc().update("DELETE FROM mergewell_plan WHERE job_id = ? AND id = ?", store.job(), id);
        store.jdbc().update("DELETE FROM mergewell_planned_group" + ONE_PLAN, store.job(), id);
        store.jdbc().update("DELETE FROM mergewell_plan_note" + ONE_PLAN, store.job(), id);
    }

    private void saveGroups(String id, List<String> groups) {
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            List<String> parts = Parts.of(groups.get(place));
            for (int part = 0; part < parts.size(); part++) {
                rows.add(new Object[] {store.job(), id, place, part, parts.get(part)});
            }
        }
        store.jdbc().batchUpdate("INSERT INTO mergewell_planned_group VALUES (?, ?, ?, ?, ?)", rows);
    }

    private void saveNotes(Plan plan) {
        List<Object[]> rows = new ArrayList<>();
        for (String note : plan.notes()) {
            rows.add(new Object[] {store.job(), plan.id(), rows.size(), note});
        }
        store.jdbc().batchUpdate("INSERT INTO mergewell_plan_note VALUES (?, ?, ?, ?)", rows);
    }

    private List<String> groups(String id) {
        List<Parts.Part> parts = store.jdbc()
                .query(
                        "SELECT place, planned FROM mergewell_planned_group" + ONE_PLAN
                                + " ORDER BY job_id, plan_id, place, part",
                        (row, number) -> new Parts.Part(row.getLong(1), row.getString(2)),
                        store.job(),
                        id);
        return Parts.joined(parts);
    }

    private List<String> notes(String id) {
        return store.jdbc()
                .query(
                        "SELECT note FROM mergewell_plan_note" + ONE_PLAN + " ORDER BY job_id, plan_id, place",
                        (row, number) -> row.getString(1),
                        store.job(),
                        id);
    }
}
