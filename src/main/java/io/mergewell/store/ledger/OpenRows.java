package io.mergewell.store.ledger;

import io.mergewell.store.Store;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The approved rows of a job that are not settled, counted.
 *
 * @param approved to be done, or in the midst of it
 * @param unknown nobody could find out yet what became of them
 * @param doubtful how many of both have a write whose outcome only reading the CRM can tell
 * @param first some of them, in the order of their approval
 * @param inDoubt which of the first have such a write, by their keys
 */
public record OpenRows(long approved, long unknown, long doubtful, List<LedgerRow> first, SortedSet<String> inDoubt) {

    private static final String COUNT = "SELECT COUNT(*) FROM mergewell_ledger_row WHERE job_id = ? AND state = ?";

    private static final String DOUBTFUL = """
            SELECT COUNT(*) FROM mergewell_ledger_row open_row
            WHERE open_row.job_id = ? AND open_row.state IN ('APPROVED', 'UNKNOWN') AND EXISTS (
                SELECT 1 FROM mergewell_effect effect
                WHERE effect.job_id = open_row.job_id AND effect.row_key = open_row.row_key
                    AND effect.state IN ('INTENT', 'UNKNOWN'))
            """;

    public OpenRows {
        first = List.copyOf(first);
        inDoubt = Collections.unmodifiableSortedSet(new TreeSet<>(inDoubt));
    }

    /**
     * Counts them.
     *
     * @param most rows to show one by one
     */
    public static OpenRows of(Store store, int most) {
        List<LedgerRow> first = new Ledger(store).open(0, most);
        Effects effects = new Effects(store);
        return new OpenRows(
                number(store, COUNT, store.job(), RowState.APPROVED.name()),
                number(store, COUNT, store.job(), RowState.UNKNOWN.name()),
                number(store, DOUBTFUL, store.job()),
                first,
                first.stream()
                        .map(LedgerRow::rowKey)
                        .filter(key -> effects.of(key).stream()
                                .anyMatch(effect -> effect.state().isOpen()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** All of them. */
    public long count() {
        return approved + unknown;
    }

    private static long number(Store store, String query, Object... parameters) {
        Long number = store.jdbc().queryForObject(query, Long.class, parameters);
        return number == null ? 0 : number;
    }
}
