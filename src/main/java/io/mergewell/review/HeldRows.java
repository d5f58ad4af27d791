package io.mergewell.review;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was put off earlier, to stand in the report as it was left. */
public final class HeldRows {

    private final Map<Set<PersonId>, PairDecision> held = new HashMap<>();

    /** @param decisions of any kind; only those to hold count */
    public HeldRows(List<PairDecision> decisions) {
        for (PairDecision decision : decisions) {
            if (decision.decision() == Decision.HOLD) {
                held.put(pair(decision.survivor(), decision.duplicate()), decision);
            }
        }
    }

    /** A cell of what was decided on a row; empty where nothing was. */
    public String cell(PlannedGroup group, PlannedAction action, Function<PairDecision, String> value) {
        PairDecision decision = held.get(pair(group.survivor(), action.duplicate()));
        return decision == null ? "" : value.apply(decision);
    }

    /** Whichever of the two survives. */
    private static Set<PersonId> pair(@Nullable PersonId survivor, PersonId duplicate) {
        return survivor == null ? Set.of(duplicate) : Set.of(survivor, duplicate);
    }
}
