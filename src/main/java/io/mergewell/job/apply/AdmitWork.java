package io.mergewell.job.apply;

import io.mergewell.apply.admission.Admission;
import io.mergewell.apply.admission.AdmittedGroup;
import io.mergewell.apply.admission.AdmittedReview;
import io.mergewell.apply.admission.Inbox;
import io.mergewell.apply.admission.RowDecision;
import io.mergewell.job.batch.Work;
import io.mergewell.job.run.RunContext;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.ComparedValues;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.words.Counted;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.HandedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decided reviews into approved rows. First the decisions of all reviews are remembered, then rows are approved: what a
 * later review tells apart, an earlier one does not join.
 */
final class AdmitWork implements Work {

    private final RunContext run;
    private final @Nullable DecidedReview review;
    private final Admission admission;
    private final Ledger ledger;
    private final Set<String> handedInBefore = new HashSet<>();
    private @Nullable List<AdmittedReview> remembered;

    /** @param review the one that was named; null for those of the inbox */
    AdmitWork(RunContext run, @Nullable DecidedReview review) {
        this.run = run;
        this.review = review;
        this.admission = new Admission(run.store(), PresentPlans.of(run));
        this.ledger = new Ledger(run.store());
    }

    @Override
    public Progress doSome() {
        run.stop().check();
        List<AdmittedReview> known = remembered;
        if (known == null) {
            run.announcer().stepStarted("admit");
            remembered = remember();
            return Progress.MORE;
        }
        approve(known);
        return Progress.DONE;
    }

    private List<AdmittedReview> remember() {
        List<AdmittedReview> admitted = reviews().stream().map(admission::admit).toList();
        Instant now = run.clock().instant();
        ComparedValues compared = new ComparedValues(run.file().match());
        HandedIn handedIn = new HandedIn(run.store());
        for (AdmittedReview one : admitted) {
            if (!handedIn.contains(one.sha256())) {
                List<PairDecision> remembered = one.remembered(compared, now);
                new Decisions(run.store()).remember(remembered);
                others(remembered).ifPresent(run::note);
                handedIn.add(one.sha256(), one.plan().id(), now);
            } else if (review == null) {
                handedInBefore.add(one.sha256());
            }
        }
        return admitted;
    }

    /** What the review asks for beside what is to be done now. */
    private static Optional<String> others(List<PairDecision> remembered) {
        String counts = Stream.of(Decision.REJECT, Decision.HOLD, Decision.NOT_DUPLICATE)
                .map(kind -> Map.entry(
                        kind,
                        remembered.stream()
                                .filter(one -> one.decision() == kind)
                                .count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> Counted.number(count.getValue()) + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of("Remembered beside what was approved: " + counts + ".");
    }

    private List<DecidedReview> reviews() {
        if (review != null) {
            return decided(review);
        }
        HandedIn handedIn = new HandedIn(run.store());
        Inbox.Taken taken = new Inbox(run.file().apply().inbox(), PresentPlans.of(run), handedIn).take();
        taken.sentences().forEach(run::note);
        return taken.reviews();
    }

    /** A review of another job is refused even if it decides nothing; so nobody decides in it for nothing. */
    private List<DecidedReview> decided(DecidedReview named) {
        if (named.isDecided()) {
            return List.of(named);
        }
        if (named.planId() != null) {
            admission.admit(named);
        }
        run.note("The review " + named.file() + " holds no decision in any of its "
                + Counted.of(named.rows().size(), "row")
                + ": decide in review.html beside it, and hand in the file that the page saves.");
        return List.of();
    }

    private void approve(List<AdmittedReview> reviews) {
        FailPoint.hit("before-approval-commit");
        int fresh = 0;
        int known = 0;
        for (AdmittedReview one : withAuto(reviews)) {
            one.contradictions().forEach(run::note);
            for (AdmittedGroup group : one.groups()) {
                List<LedgerRow> rows = rows(one.plan().id(), group);
                // A file that stays in the inbox approves once; one that is named again, anew.
                boolean again = !handedInBefore.contains(one.sha256());
                int taken =
                        ledger.approve(group.planned(), rows, again, run.clock().instant());
                fresh += taken;
                known += rows.size() - taken;
            }
        }
        new TakenBack(run).settle();
        if (known > 0) {
            run.note(Counted.of(known, "row") + " had been approved before: nothing is done twice.");
        }
        String sentence =
                Counted.of(fresh, "row") + " newly approved, " + Counted.number(ledger.countOpen()) + " to do";
        run.store().afterCommit(() -> {
            run.announcer().advanced(sentence);
            FailPoint.hit("after-approval-commit");
        });
    }

    /** Looked for last, since a plan of which people have just handed a review in is theirs. */
    private List<AdmittedReview> withAuto(List<AdmittedReview> reviews) {
        List<AdmittedReview> all = new ArrayList<>();
        reviews.forEach(one -> all.add(admission.again(one)));
        if (review == null && run.file().apply().auto()) {
            new AutoReview(run).find().map(admission::admit).ifPresent(all::add);
        }
        return all;
    }

    private List<LedgerRow> rows(String planId, AdmittedGroup group) {
        if (group.approved().isEmpty() || isUnderAnotherSurvivor(planId, group) || isOverrideUnapproved(group)) {
            return List.of();
        }
        // A record is deleted once the group's merges are done, so that those come before it in whatever rounds they
        // fall.
        return group.approved().stream()
                .map(row -> row(planId, group, row))
                .sorted(Comparator.comparing(LedgerRow::kind))
                .toList();
    }

    /** Records that went into one survivor cannot go into another. */
    private boolean isUnderAnotherSurvivor(String planId, AdmittedGroup group) {
        Optional<LedgerRow> other = ledger.ofGroup(planId, group.planned().id()).stream()
                .filter(row -> !Objects.equals(row.survivor(), group.survivor()))
                .findFirst();
        other.ifPresent(row -> run.note("Group " + group.planned().id() + " was approved before with survivor "
                + row.survivor() + ": what is approved now with another survivor is left alone."));
        return other.isPresent();
    }

    /** Nobody survives whose own row nobody approved: it says that this record and the others are one. */
    private boolean isOverrideUnapproved(AdmittedGroup group) {
        @Nullable PersonId named = group.overrideSurvivor();
        boolean unapproved = named != null
                && group.approved().stream().noneMatch(row -> row.duplicate().equals(named));
        if (unapproved) {
            run.note("Group " + group.planned().id() + " was left as it is: override_survivor_id names " + named
                    + ", whose own row is not approved.");
        }
        return unapproved;
    }

    private static LedgerRow row(String planId, AdmittedGroup group, PlannedAction row) {
        RowDecision decided = group.decisions().stream()
                .filter(decision -> decision.decision() == Decision.APPROVE
                        && decision.row().rowKey().equals(row.rowKey()))
                .findFirst()
                .orElseThrow();
        @Nullable PersonId survivor = group.survivor();
        return LedgerRow.approved(
                row.rowKey(),
                planId,
                group.planned().id(),
                kind(group, row),
                group.absorbed(row),
                survivor,
                decided.reviewer(),
                decided.note());
    }

    /** That a record may be deleted was said of the planned survivor; into any other it is merged, which is as safe. */
    private static ActionKind kind(AdmittedGroup group, PlannedAction row) {
        PlannedGroup planned = group.planned();
        return Objects.equals(planned.survivor(), group.survivor()) ? row.kind() : ActionKind.MERGE;
    }
}
