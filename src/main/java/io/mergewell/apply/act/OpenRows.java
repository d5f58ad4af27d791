package io.mergewell.apply.act;

import io.mergewell.apply.act.doubt.Guard;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.LedgerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows are worked on together. */
final class OpenRows {

    private OpenRows() {}

    /**
     * As many of the first as may be worked on at once. Two groups that share a person come one after the other: what one
     * does changes what the other is about.
     */
    static List<LedgerRow> apart(List<LedgerRow> rows) {
        Map<PersonId, String> taken = new HashMap<>();
        List<LedgerRow> apart = new ArrayList<>();
        for (LedgerRow row : rows) {
            for (PersonId person : Guard.concerned(List.of(row))) {
                if (!taken.computeIfAbsent(person, unused -> group(row)).equals(group(row))) {
                    return apart;
                }
            }
            apart.add(row);
        }
        return apart;
    }

    /** The first row if it is a merge, which comes alone; else all that come before the first merge. */
    static List<LedgerRow> beforeCanary(List<LedgerRow> rows) {
        boolean isCanary = !rows.isEmpty() && rows.get(0).kind() == ActionKind.MERGE;
        return isCanary
                ? rows.subList(0, 1)
                : rows.stream().takeWhile(row -> row.kind() != ActionKind.MERGE).toList();
    }

    /** The rows of each group, in the order of the first of each. */
    static List<List<LedgerRow>> byGroup(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> groups = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            groups.computeIfAbsent(group(row), unused -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }

    private static String group(LedgerRow row) {
        return row.planId() + " " + row.groupId();
    }
}
