package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Doubt;
import io.mergewell.plan.PlannedAction;
import java.util.ArrayList;
import java.util.List;

/** What stands against a group being AUTO. A chain is as strong as its weakest link, so one doubt is the whole group's. */
final class Doubts {

    private final Thresholds thresholds;

    Doubts(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** In the order in which a reader asks: is it one person, what was warned of, what would be missed. */
    List<Doubt> of(GroupDraft draft, List<PlannedAction> rows) {
        List<Doubt> doubts = new ArrayList<>();
        addEvidence(doubts, draft);
        addCautions(doubts, draft, rows);
        for (Member duplicate : draft.duplicates()) {
            List<String> missed = draft.missedOf(duplicate);
            if (!missed.isEmpty()) {
                doubts.add(new Doubt.ValuesMissed(
                        duplicate.id(), missed.stream().distinct().toList()));
            }
            if (draft.rules().losesSubscription(draft.golden(), duplicate.person())) {
                doubts.add(new Doubt.SubscriptionLost(duplicate.id()));
            }
        }
        return doubts;
    }

    private void addEvidence(List<Doubt> doubts, GroupDraft draft) {
        List<PersonId> members = draft.inOrder().stream().map(Member::id).toList();
        long notCompared = draft.pairs().notCompared(members.size());
        if (notCompared > 0) {
            PersonPair first = draft.pairs().firstNotCompared(members).orElseThrow();
            doubts.add(new Doubt.NotCompared(first.first(), first.second(), notCompared));
        }
        if (thresholds.auto() > 1) {
            doubts.add(new Doubt.NothingIsSure());
        } else {
            draft.pairs()
                    .weakest()
                    .filter(pair -> pair.probability() < thresholds.auto())
                    .map(this::belowAuto)
                    .ifPresent(doubts::add);
        }
    }

    private Doubt belowAuto(ScoredPair weakest) {
        return new Doubt.BelowAuto(
                weakest.persons().first(), weakest.persons().second(), weakest.probability(), thresholds.auto());
    }

    private static void addCautions(List<Doubt> doubts, GroupDraft draft, List<PlannedAction> rows) {
        if (rows.stream().anyMatch(row -> !row.cautions().isEmpty())) {
            doubts.add(new Doubt.Cautioned());
        }
        for (ScoredPair pair : draft.pairs().withCaution()) {
            pair.cautions().stream()
                    .filter(caution ->
                            rows.stream().noneMatch(row -> row.cautions().contains(caution)))
                    .map(caution -> new Doubt.Warned(
                            pair.persons().first(), pair.persons().second(), caution))
                    .forEach(doubts::add);
        }
    }
}
