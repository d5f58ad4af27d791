package io.mergewell.job.apply;

import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Decision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.DecidedRow;
import io.mergewell.review.decided.Place;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.RunStatus;
import io.mergewell.store.memory.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code apply.auto} approves: groups of band AUTO of the newest plan, as if somebody had. Never of a plan of which
 * people handed a review in, and no group in which they hold a row.
 */
final class AutoReview {

    private static final int RUNS = 50;

    private final RunContext run;

    AutoReview(RunContext run) {
        this.run = run;
    }

    Optional<DecidedReview> find() {
        Plans plans = new Plans(run.store(), run.file().name());
        ValidPlans valid = PresentPlans.of(run);
        return newestPlan()
                .filter(id -> valid.frozenAt(id).isPresent())
                .filter(id -> !new HandedIn(run.store()).isReviewed(id))
                .flatMap(plans::find)
                .map(this::review)
                .filter(DecidedReview::isDecided);
    }

    /** A run that did not write its report made no plan that anybody could have looked at. */
    private Optional<String> newestPlan() {
        return new Runs(run.store())
                .newest(RUNS).stream()
                        .filter(one -> one.command().equals("dry-run") && one.status() == RunStatus.COMPLETED)
                        .findFirst()
                        .map(Run::planId);
    }

    private DecidedReview review(Plan plan) {
        Set<PersonPair> held = new Decisions(run.store())
                .all(Decision.HOLD).stream()
                        .flatMap(decision -> Stream.ofNullable(decision.survivor())
                                .map(survivor -> PersonPair.of(survivor, decision.duplicate())))
                        .collect(Collectors.toUnmodifiableSet());
        List<DecidedRow> rows = plan.groups().stream()
                .filter(group -> isSure(group, held))
                .flatMap(group -> group.actions().stream())
                .map(action -> new DecidedRow(
                        new Place(0, 0), action.rowKey(), Decision.APPROVE, "", Withdrawals.AUTO, "", plan.id()))
                .toList();
        return new DecidedReview(Path.of("apply.auto of " + plan.id()), "auto " + plan.id(), plan.id(), rows);
    }

    private static boolean isSure(PlannedGroup group, Set<PersonPair> held) {
        return group.band() == Band.AUTO
                && !group.isEmptyShell()
                && group.actions().stream().noneMatch(action -> action.kind() == ActionKind.NONE)
                && group.actions().stream().noneMatch(action -> Optional.ofNullable(group.survivor())
                        .map(survivor -> held.contains(PersonPair.of(survivor, action.duplicate())))
                        .orElse(false));
    }
}
