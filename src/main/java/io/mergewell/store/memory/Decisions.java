package io.mergewell.store.memory;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The last decision on each pair, whichever of the two was to survive. {@link Decision#NOT_DUPLICATE} also keeps the two
 * apart ({@link KeptApart}) until another decision on them is remembered.
 */
public final class Decisions {

    private static final Comparator<PairDecision> BY_IDS = Comparator.comparing(
                    PairDecision::survivor, Comparator.nullsFirst(Comparator.<PersonId>naturalOrder()))
            .thenComparing(PairDecision::duplicate);

    /** Two questions, each with an index of its own: H2 answers one with OR by reading every decision. */
    private static final String ABOUT = """
            SELECT * FROM mergewell_decision WHERE job_id = ? AND survivor_id = ?
            UNION ALL
            SELECT * FROM mergewell_decision WHERE job_id = ? AND duplicate_id = ?
            """;

    private static final String FORGET =
            "DELETE FROM mergewell_decision WHERE job_id = ? AND survivor_id = ? AND duplicate_id = ?";

    private final Store store;
    private final KeptApart keptApart;

    public Decisions(Store store) {
        this.store = store;
        this.keptApart = new KeptApart(store);
    }

    /** All of them, ascending by the ids of survivor and duplicate. */
    public List<PairDecision> all() {
        return list("SELECT * FROM mergewell_decision WHERE job_id = ?", store.job());
    }

    /** Those of one kind, in the same order. */
    public List<PairDecision> all(Decision kind) {
        return list("SELECT * FROM mergewell_decision WHERE job_id = ? AND kind = ?", store.job(), kind.name());
    }

    /** What was decided on two persons, whichever was to survive; empty if nothing was. */
    public Optional<PairDecision> on(PersonPair pair) {
        return about(pair.first()).stream()
                .filter(decision -> decision.survivor() != null
                        && PersonPair.of(decision.survivor(), decision.duplicate())
                                .equals(pair))
                .findFirst();
    }

    /** How many there are of each kind that there is any of. */
    public SortedMap<Decision, Long> countByKind() {
        SortedMap<Decision, Long> counts = new TreeMap<>();
        store.jdbc()
                .query(
                        "SELECT kind, COUNT(*) FROM mergewell_decision WHERE job_id = ? GROUP BY kind",
                        (RowCallbackHandler) row -> counts.put(Decision.valueOf(row.getString(1)), row.getLong(2)),
                        store.job());
        return counts;
    }

    /** Remembers decisions, the later in the list in place of the earlier on the same pair; all or none. */
    public void remember(List<PairDecision> decisions) {
        store.write(() -> decisions.forEach(this::replace));
    }

    /**
     * One person has gone into another: who was told apart from the one is told apart from the other. What else was
     * decided about the one who went is over, but that it was approved.
     */
    public void follow(PersonId gone, PersonId into) {
        store.write(() -> {
            keptApart.follow(gone, into);
            for (PairDecision decision : about(gone)) {
                if (decision.decision() != Decision.APPROVE) {
                    forget(decision);
                    following(decision, gone, into);
                }
            }
        });
    }

    private void following(PairDecision decision, PersonId gone, PersonId into) {
        @Nullable PersonId survivor = decision.survivor();
        if (survivor == null || decision.decision() != Decision.NOT_DUPLICATE) {
            return;
        }
        PersonId other = survivor.equals(gone) ? decision.duplicate() : survivor;
        if (!other.equals(into)) {
            replace(survivor.equals(gone) ? decision.about(into, other) : decision.about(other, into));
        }
    }

    private List<PairDecision> about(PersonId person) {
        return list(ABOUT, store.job(), person.value(), store.job(), person.value());
    }

    private void replace(PairDecision decision) {
        forget(decision);
        @Nullable PersonId survivor = decision.survivor();
        if (survivor != null && decision.decision() == Decision.NOT_DUPLICATE) {
            keptApart.add(PersonPair.of(survivor, decision.duplicate()), decision.decidedAt());
        }
        store.jdbc()
                .update(
                        "INSERT INTO mergewell_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        store.job(),
                        text(survivor),
                        decision.duplicate().value(),
                        decision.decision().name(),
                        decision.reviewer(),
                        decision.note(),
                        decision.decidedAt().atOffset(ZoneOffset.UTC),
                        decision.planId(),
                        decision.rowKey(),
                        decision.evidence());
    }

    private void forget(PairDecision decision) {
        @Nullable PersonId survivor = decision.survivor();
        String one = text(survivor);
        String other = decision.duplicate().value();
        store.jdbc().update(FORGET, store.job(), one, other);
        store.jdbc().update(FORGET, store.job(), other, one);
        if (survivor != null) {
            keptApart.remove(PersonPair.of(survivor, decision.duplicate()));
        }
    }

    private List<PairDecision> list(String query, Object... parameters) {
        return store.jdbc().query(query, (row, number) -> decision(row), parameters).stream()
                .sorted(BY_IDS)
                .toList();
    }

    private static PairDecision decision(ResultSet row) throws SQLException {
        String survivor = row.getString("survivor_id");
        return new PairDecision(
                survivor.isEmpty() ? null : new PersonId(survivor),
                new PersonId(row.getString("duplicate_id")),
                Decision.valueOf(row.getString("kind")),
                row.getString("reviewer"),
                row.getString("note"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("plan_id"),
                row.getString("row_key"),
                row.getString("evidence"));
    }

    private static String text(@Nullable PersonId id) {
        return id == null ? "" : id.value();
    }
}
