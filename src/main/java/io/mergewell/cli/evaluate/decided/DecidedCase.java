package io.mergewell.cli.evaluate.decided;

import io.mergewell.person.Person;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;

/**
 * Two persons on whom people decided, and what they held.
 *
 * @param decision neither HOLD nor about a single record
 * @param survivor as it was when decided, where that is kept, else as it was read last
 * @param duplicate likewise
 */
public record DecidedCase(PairDecision decision, Person survivor, Person duplicate) {

    /** Whether people said that the two are one. */
    public boolean isOnePerson() {
        return decision.decision() == Decision.APPROVE;
    }
}
