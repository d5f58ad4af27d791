package io.mergewell.job.apply;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.review.page.RowOutcome;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Decisions;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of the rows of a plan that people handed in, in their words. */
final class Outcomes {

    private static final RowOutcome REJECTED =
            new RowOutcome("rejected", "Handed in: it stays away until the evidence changes.");

    private static final RowOutcome NOT_DUPLICATE =
            new RowOutcome("not a duplicate", "Handed in: no group will ever hold both.");

    private final Store store;

    Outcomes(Store store) {
        this.store = store;
    }

    /**
     * By row key. Rows that can be decided on are not among them: those without a decision, those on hold, and those
     * whose approval was taken back before anything was sent, unless the later decision says what became of them.
     */
    Map<String, RowOutcome> of(Plan plan) {
        Map<String, RowOutcome> outcomes = new TreeMap<>();
        for (PairDecision decided : new Decisions(store).all()) {
            if (decided.planId().equals(plan.id())) {
                if (decided.decision() == Decision.REJECT) {
                    outcomes.put(decided.rowKey(), REJECTED);
                } else if (decided.decision() == Decision.NOT_DUPLICATE) {
                    outcomes.put(decided.rowKey(), NOT_DUPLICATE);
                }
            }
        }
        Map<String, @Nullable PersonId> planned = new HashMap<>();
        plan.groups()
                .forEach(group -> group.actions().forEach(action -> planned.put(action.rowKey(), group.survivor())));
        for (LedgerRow row : new Ledger(store).ofPlan(plan.id())) {
            if (isOpenAgain(row)) {
                continue;
            }
            @Nullable PersonId survivor = row.survivor();
            RowOutcome outcome = of(row);
            outcomes.put(
                    row.rowKey(),
                    survivor == null || survivor.equals(planned.get(row.rowKey()))
                            ? outcome
                            : outcome.with(survivor.value()));
        }
        return outcomes;
    }

    private static boolean isOpenAgain(LedgerRow row) {
        return row.state() == RowState.WITHDRAWN && row.reason().equals(RowEnd.WITHDRAWN.reason());
    }

    private static RowOutcome of(LedgerRow row) {
        return switch (row.state()) {
            case APPLIED -> new RowOutcome("applied", sentences(done(row), row.reason()));
            case APPROVED -> new RowOutcome("waiting", "Approved, and not done yet: the next apply goes on with it.");
            case UNKNOWN ->
                new RowOutcome("in doubt", sentences(row.reason(), "The next apply looks again what became of it."));
            case CONFLICT ->
                new RowOutcome("conflict", sentences(row.reason(), "A new dry run shows it as it is now."));
            case REJECTED -> new RowOutcome("refused", sentences("The CRM refused it.", row.reason()));
            case WITHDRAWN -> new RowOutcome("taken back", row.reason());
        };
    }

    private static String done(LedgerRow row) {
        return row.kind() == ActionKind.DELETE
                ? row.absorbed() + " was deleted."
                : row.absorbed() + " went into " + row.survivor() + ".";
    }

    private static String sentences(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
    }
}
