package io.mergewell.apply.admission;

import io.mergewell.person.PersonPair;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.Store;
import io.mergewell.store.memory.KeptApart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The door to everything that cannot be undone: holds a decided review against the frozen plan. A review gets in as a
 * whole or not at all, and only its decisions do; whom they are about and what is to happen the plan alone says.
 */
public final class Admission {

    private final Store store;
    private final ValidPlans plans;

    public Admission(Store store, ValidPlans plans) {
        this.store = store;
        this.plans = plans;
    }

    /**
     * Admits a review. Changes nothing.
     *
     * @throws RefusedReviewException if anything in it does not fit its plan, or the plan may not be applied
     */
    public AdmittedReview admit(DecidedReview review) {
        Plan plan = plans.require(review);
        PlanCheck check = new PlanCheck(plan, plans.removedRows(plan));
        List<AdmittedGroup> groups = check.admit(review);
        return again(new AdmittedReview(review.file(), review.sha256(), plan, groups, check.leftOut()));
    }

    /** An admitted review with the contradictions that there are by now. Changes nothing. */
    public AdmittedReview again(AdmittedReview review) {
        Set<PersonPair> keptApart = new HashSet<>(store.readApart(new KeptApart(store)::pairs));
        review.groups().stream().flatMap(Contradictions::notDuplicates).forEach(keptApart::add);
        return new AdmittedReview(
                review.file(),
                review.sha256(),
                review.plan(),
                review.groups().stream().map(group -> judged(group, keptApart)).toList(),
                review.leftOut());
    }

    private static AdmittedGroup judged(AdmittedGroup group, Set<PersonPair> keptApart) {
        PlannedGroup planned = group.planned();
        return new AdmittedGroup(
                planned, group.decisions(), group.overrideSurvivor(), Contradictions.in(group, keptApart));
    }
}
