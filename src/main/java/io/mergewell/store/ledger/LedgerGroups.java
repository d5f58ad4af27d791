package io.mergewell.store.ledger;

import io.mergewell.plan.PlanDocument;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups as they were when rows of them were approved: the ledger keeps them longer than any plan. */
public final class LedgerGroups {

    private static final String OF_PLAN = """
            SELECT group_id, planned FROM mergewell_ledger_group
            WHERE job_id = ? AND plan_id = ? ORDER BY job_id, plan_id, group_id, part
            """;

    private static final String ONE_GROUP = " WHERE job_id = ? AND plan_id = ? AND group_id = ?";

    private final Store store;

    public LedgerGroups(Store store) {
        this.store = store;
    }

    /** Those of one plan, in the order of their ids; none if no row of it was approved. */
    public List<PlannedGroup> of(String planId) {
        Map<String, Long> places = new HashMap<>();
        List<Parts.Part> parts = store.jdbc()
                .query(
                        OF_PLAN,
                        (row, number) -> new Parts.Part(
                                places.computeIfAbsent(row.getString(1), unseen -> (long) places.size()),
                                row.getString(2)),
                        store.job(),
                        planId);
        return Parts.joined(parts).stream().map(PlanDocument::groupFromJson).toList();
    }

    /**
     * A group as it was planned.
     *
     * @throws IllegalArgumentException if the ledger does not hold it, or it is damaged
     */
    public PlannedGroup require(String planId, String groupId) {
        return find(planId, groupId)
                .orElseThrow(() -> new IllegalArgumentException("The ledger does not hold group " + groupId + "."));
    }

    /**
     * A group as it was planned; empty if it was settled so long ago that it is no longer kept.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    public Optional<PlannedGroup> find(String planId, String groupId) {
        return text(planId, groupId).map(PlanDocument::groupFromJson);
    }

    /**
     * Keeps a group as it was planned, in place of what is kept of it: that may lack somebody who was erased, and was
     * read and approved again since. Within a transaction of the store.
     */
    public void save(String planId, PlannedGroup group) {
        String planned = PlanDocument.toJson(group);
        if (text(planId, group.id()).filter(planned::equals).isPresent()) {
            return;
        }
        List<String> parts = Parts.of(planned);
        List<Object[]> rows = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            rows.add(new Object[] {store.job(), planId, group.id(), part, parts.get(part)});
        }
        store.write(() -> {
            store.jdbc().update("DELETE FROM mergewell_ledger_group" + ONE_GROUP, store.job(), planId, group.id());
            store.jdbc().batchUpdate("INSERT INTO mergewell_ledger_group VALUES (?, ?, ?, ?, ?)", rows);
        });
    }

    private Optional<String> text(String planId, String groupId) {
        List<Parts.Part> parts = store.jdbc()
                .query(
                        "SELECT planned FROM mergewell_ledger_group" + ONE_GROUP + " ORDER BY part",
                        (row, number) -> new Parts.Part(0, row.getString(1)),
                        store.job(),
                        planId,
                        groupId);
        return Parts.joined(parts).stream().findFirst();
    }
}
