package io.mergewell.apply.admission;

import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDigest;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.Problem;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.memory.Plans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The plans of a job that may still be applied. */
public final class ValidPlans {

    private final Plans plans;
    private final Duration validFor;
    private final InstantSource clock;
    private final Predicate<String> isOfPresentInput;

    /**
     * Plans of one job.
     *
     * @param validFor how long a plan may be applied after it was frozen last
     * @param isOfPresentInput given the id of a plan, whether what it was made of is still what is there
     */
    public ValidPlans(Plans plans, Duration validFor, InstantSource clock, Predicate<String> isOfPresentInput) {
        this.isOfPresentInput = isOfPresentInput;
        this.plans = plans;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** When a plan was frozen last; empty if it is not one of this job's, too old, or of another input. */
    public Optional<Instant> frozenAt(String planId) {
        return plans.frozenAt(planId).filter(time -> isValid(time) && isOfPresentInput.test(planId));
    }

    /** The plan a review decides on, undamaged and young enough. */
    Plan require(DecidedReview review) {
        String id = review.planId();
        if (id == null) {
            throw refused(review, "It has no rows.");
        }
        Instant frozenAt = plans.frozenAt(id)
                .orElseThrow(() -> refused(
                        review,
                        "Its plan_id is of no plan that this job has: the review is of another job, or older than "
                                + days() + " days, or its plan_id was changed."));
        if (!isValid(frozenAt)) {
            throw refused(
                    review, "Its plan is older than " + days() + " days, for which plan.valid-for lets it count.");
        }
        if (!isOfPresentInput.test(id)) {
            throw refused(
                    review,
                    "The input file is no longer the one that its report is about: it was changed or replaced since."
                            + " Or put the earlier file back.");
        }
        return undamaged(review, id);
    }

    /** A refusal of a file for what is wrong in itself, with what does not fit its plan: people hear of all at once. */
    public RefusedReviewException inFull(RefusedReviewException refused) {
        return refused.readable()
                .map(readable -> refused.with(problems(readable)))
                .orElse(refused);
    }

    private List<Problem> problems(DecidedReview review) {
        if (review.planId() == null) {
            return List.of();
        }
        try {
            Plan plan = require(review);
            return new PlanCheck(plan, removedRows(plan)).problems(review);
        } catch (RefusedReviewException ofThePast) {
            return ofThePast.problems();
        }
    }

    /** The rows of a plan that nothing can be decided on any more, since somebody was erased with them. */
    Set<String> removedRows(Plan plan) {
        return plans.removedRows(plan.id());
    }

    private boolean isValid(Instant frozenAt) {
        return clock.instant().isBefore(frozenAt.plus(validFor));
    }

    private Plan undamaged(DecidedReview review, String id) {
        Plan plan;
        try {
            plan = plans.find(id).orElseThrow();
        } catch (IllegalArgumentException damaged) {
            throw refused(review, String.valueOf(damaged.getMessage()));
        }
        // The digest is over all that was reported. Of a plan without some of it, that of what is stored has to do.
        boolean isWhole = plans.removedRows(id).isEmpty();
        if ((isWhole && !PlanDigest.of(plan).equals(plan.digest()))
                || !plan.digest().startsWith(id.substring(1))) {
            throw refused(review, "The stored plan is not the one that was reported.");
        }
        return plan;
    }

    private String days() {
        long hours = validFor.toHours();
        return hours % 24 == 0 ? Long.toString(hours / 24) : String.format(Locale.ROOT, "%.1f", hours / 24.0);
    }

    private static RefusedReviewException refused(DecidedReview review, String sentence) {
        return RefusedReviewException.ofThePast(review.file(), sentence);
    }
}
