package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.normalise.Generation;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.golden.FieldValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What a reader of a row should look at first. A row with a caution is never AUTO. */
final class Cautions {

    /** Match probability below which a pair would not have been proposed by itself. */
    private static final double DOUBTFUL = 0.5;

    private final ActionChoice actions;
    private final boolean canUpdate;
    private final int maxGroup;

    Cautions(ActionChoice actions, Capabilities capabilities, int maxGroup) {
        this.actions = actions;
        this.canUpdate = capabilities.update();
        this.maxGroup = maxGroup;
    }

    /** Sentences, the gravest first, each once. */
    List<String> of(GroupDraft group, Member duplicate, ActionKind kind) {
        Set<String> cautions = new LinkedHashSet<>();
        addConsent(cautions, group, duplicate);
        if (kind == ActionKind.NONE) {
            addLeftBehind(cautions, duplicate);
        }
        addDifferences(cautions, group, duplicate);
        addNames(cautions, group, duplicate);
        addEvidence(cautions, group, duplicate);
        boolean bringsContacts = group.gainedFrom(duplicate).stream().anyMatch(FieldValue::isContact);
        if (kind == ActionKind.MERGE && bringsContacts && !canUpdate) {
            cautions.add(
                    "This system cannot be updated after a merge: whether it keeps all e-mails and phones, it alone"
                            + " decides.");
        }
        return List.copyOf(cautions);
    }

    private void addConsent(Set<String> cautions, GroupDraft group, Member duplicate) {
        Member survivor = group.survivor();
        if (actions.wouldLoosenConsent(survivor, duplicate)) {
            cautions.add("Not proposed as a merge: " + duplicate.id() + " said stop to mail, and this system could not"
                    + " keep that.");
        } else if (ActionChoice.stopMustMove(survivor, duplicate)) {
            cautions.add(duplicate.id() + " said stop to mail: the survivor is set to that after the merge.");
        }
        if (survivor.person().facts().consent() == Consent.SUBSCRIBED
                && duplicate.person().facts().consent() == Consent.NO_CONSENT
                && group.gainedFrom(duplicate).stream().anyMatch(FieldValue::isEmail)) {
            cautions.add(duplicate.id()
                    + " never consented to mail, the survivor did: the e-mail gained from it would be mailed.");
        }
        for (Member member : List.of(survivor, duplicate)) {
            switch (member.person().facts().consent()) {
                case UNKNOWN -> cautions.add("Whether " + member.id() + " may be mailed is unknown.");
                case ARCHIVED -> cautions.add(member.id() + " is archived for mail.");
                case NOT_KEPT, NO_CONSENT, SUBSCRIBED, UNSUBSCRIBED -> {}
            }
        }
    }

    private void addLeftBehind(Set<String> cautions, Member duplicate) {
        for (LinkKind left : actions.leftBehind(duplicate)) {
            String what = left.name().toLowerCase(Locale.ROOT);
            OptionalInt count = duplicate.person().facts().links().count(left);
            String has = count.isPresent()
                    ? duplicate.id() + " has " + what + " (" + count.getAsInt() + ")"
                    : "how many " + what + " " + duplicate.id() + " has is unknown";
            cautions.add("Not proposed as a merge: " + has + ", and this system offers no way to move " + what
                    + ". Merge them there by hand.");
        }
    }

    private static void addDifferences(Set<String> cautions, GroupDraft group, Member duplicate) {
        for (Member member : List.of(group.survivor(), duplicate)) {
            if (member.changed()) {
                cautions.add(
                        member.id() + " was changed after it was matched: see whether it is still the same person.");
            }
        }
        List<Generation> generations = group.inOrder().stream()
                .map(member -> member.name().generation())
                .filter(generation -> generation != Generation.NONE)
                .distinct()
                .sorted()
                .toList();
        if (generations.size() > 1) {
            cautions.add("Names of different generations, such as father and son.");
        }
        if (group.rules().birthDatesDiffer(group.golden(), duplicate.person())) {
            cautions.add("Birth dates differ.");
        }
    }

    private static void addNames(Set<String> cautions, GroupDraft group, Member duplicate) {
        Member survivor = group.survivor();
        if (group.losesNameOf(duplicate)) {
            cautions.add("The names are spelt differently: see which of the two should stay.");
        }
        for (Member member : List.of(survivor, duplicate)) {
            switch (member.name().kind()) {
                case COMPANY -> cautions.add("The name of " + member.id() + " looks like an organisation's.");
                case PLACEHOLDER -> cautions.add("The name of " + member.id() + " is nobody's.");
                case EMPTY -> cautions.add(member.id() + " has no name.");
                case PERSON -> {}
            }
        }
    }

    private void addEvidence(Set<String> cautions, GroupDraft group, Member duplicate) {
        int size = group.inOrder().size();
        if (size > maxGroup) {
            cautions.add("The group has " + size + " records, more than max-group " + maxGroup + ".");
        }
        PersonId id = duplicate.id();
        if (group.pairs().between(group.survivor().id(), id).isEmpty()) {
            cautions.add("Not compared with the survivor"
                    + group.pairs()
                            .surest(id)
                            .flatMap(pair -> PairTable.other(pair, id))
                            .map(other -> ": it is in the group because of " + other + ".")
                            .orElse("."));
        }
        group.pairs()
                .between(group.survivor().id(), id)
                .filter(pair -> pair.probability()
                                < group.pairs()
                                        .surest(id)
                                        .map(ScoredPair::probability)
                                        .orElse(0.0)
                        && pair.probability() < DOUBTFUL)
                .ifPresent(pair -> cautions.add("Little speaks for these two alone"
                        + group.pairs()
                                .surest(id)
                                .flatMap(surest -> PairTable.other(surest, id))
                                .map(other -> ": it is in the group because of " + other + ".")
                                .orElse(".")));
        group.pairs()
                .between(group.survivor().id(), id)
                .or(() -> group.pairs().surest(id))
                .map(ScoredPair::cautions)
                .ifPresent(cautions::addAll);
    }
}
