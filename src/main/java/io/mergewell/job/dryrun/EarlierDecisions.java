package io.mergewell.job.dryrun;

import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ComparedValues;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.draft.RejectedRows;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Decisions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people rejected on earlier nights, as far as it still holds: until the evidence changes. */
final class EarlierDecisions {

    private final RejectedRows.Builder rows = new RejectedRows.Builder();
    private final Set<PersonId> shells = new HashSet<>();

    private EarlierDecisions() {}

    /** @param present the persons of this plan as they are now */
    static EarlierDecisions of(Store store, MatchSettings match, Map<PersonId, Person> present) {
        List<PairDecision> rejected = store.readApart(() -> new Decisions(store).all(Decision.REJECT));
        ComparedValues compared = new ComparedValues(match);
        EarlierDecisions earlier = new EarlierDecisions();
        rejected.forEach(decision -> earlier.add(decision, present, compared));
        return earlier;
    }

    RejectedRows rejectedRows() {
        return rows.build();
    }

    /** Whether the proposal to delete this empty record was rejected. */
    boolean keepsShell(Person person) {
        return shells.contains(person.id());
    }

    private void add(PairDecision decision, Map<PersonId, Person> present, ComparedValues compared) {
        @Nullable PersonId survivorId = decision.survivor();
        @Nullable Person duplicate = present.get(decision.duplicate());
        if (duplicate == null) {
            return;
        }
        if (survivorId == null) {
            if (holds(decision, compared.digest(duplicate))) {
                shells.add(duplicate.id());
            }
            return;
        }
        @Nullable Person survivor = present.get(survivorId);
        if (survivor != null && holds(decision, compared.digest(survivor, duplicate))) {
            rows.add(survivor.id(), duplicate.id());
        }
    }

    /** One that was written by hand does not say what it was judged by, and holds until somebody takes it back. */
    private static boolean holds(PairDecision decision, String evidenceNow) {
        return decision.evidence().isEmpty() || decision.evidence().equals(evidenceNow);
    }
}
