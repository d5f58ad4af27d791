package io.mergewell.store.ledger;

import io.mergewell.plan.PlanDocument;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Parts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups as they were when rows of them were approved: the ledger keeps them longer than any plan. */
public final class LedgerGroups {

    private static final String OF_PLAN = """
            SELECT group_id, planned FROM mergewell_ledger_group
            WHERE job_id = ? AND plan_id = ? ORDER BY job_id, plan_id, group_id, part
            """;

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
}
