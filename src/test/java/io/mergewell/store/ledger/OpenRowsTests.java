package io.mergewell.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenRowsTests {

    private static final String INSERT = """
            INSERT INTO mergewell_ledger_row (job_id, row_key, place, plan_id, group_id, kind, absorbed_id, survivor_id,
                state, reason, reconciled, reviewer, note, approved_at)
            VALUES (?, ?, ?, 'p1', 'g1', 'MERGE', '2', '1', ?, '', FALSE, '', '', CURRENT_TIMESTAMP)
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void countsWhatIsOpenAndShowsTheFirst(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            row(store, "r1", 1, RowState.APPLIED);
            row(store, "r2", 2, RowState.APPROVED);
            row(store, "r3", 3, RowState.APPROVED);
            row(store, "r4", 4, RowState.UNKNOWN);
            row(store, "r5", 5, RowState.CONFLICT);
            intend(store, "r1");
            intend(store, "r3");
            intend(store, "r3");
            intend(store, "r4");

            OpenRows open = OpenRows.of(store, 2);

            assertThat(open.approved()).isEqualTo(2);
            assertThat(open.unknown()).isEqualTo(1);
            assertThat(open.count()).isEqualTo(3);
            assertThat(open.doubtful()).isEqualTo(2);
            assertThat(open.first()).extracting(LedgerRow::rowKey).containsExactly("r2", "r3");
            assertThat(open.inDoubt()).containsExactly("r3");
        }
    }

    private static void row(Store store, String key, long place, RowState state) {
        store.write(() -> store.jdbc().update(INSERT, store.job(), key, place, state.name()));
    }

    private static void intend(Store store, String row) {
        new Effects(store)
                .intend(
                        row,
                        EffectKind.MERGE,
                        new PersonId("2"),
                        new TreeSet<>(),
                        LinkedRecords.UNKNOWN,
                        "run",
                        "2026-11-22",
                        Instant.EPOCH);
    }
}
