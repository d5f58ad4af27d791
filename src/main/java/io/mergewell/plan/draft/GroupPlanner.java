package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.PlanKeys;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.plan.golden.FieldValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes rows of one group: each duplicate goes into the survivor, and the band is the whole group's. */
final class GroupPlanner {

    private final PlanSettings settings;
    private final ActionChoice actions;
    private final Cautions cautions;
    private final Doubts doubts;
    private final Phones phones;
    private final Room room;

    GroupPlanner(PlanSettings settings, Capabilities capabilities, Thresholds thresholds, Phones phones) {
        this.settings = settings;
        this.actions = new ActionChoice(capabilities, settings.delete());
        this.cautions = new Cautions(actions, capabilities, settings.maxGroup());
        this.doubts = new Doubts(thresholds);
        this.phones = phones;
        this.room = capabilities.room();
    }

    /** Plans a group of at least two. */
    PlannedGroup plan(List<Member> members, PairTable pairs) {
        FieldRules rules = new FieldRules(phones, room);
        Map<PersonId, Integer> missed = new HashMap<>();
        SurvivorChoice survivors = new SurvivorChoice(
                settings.survivor(),
                survivor -> missed.computeIfAbsent(survivor.id(), id -> missed(survivor, members, pairs, rules)));
        List<Member> inOrder = survivors.inOrder(members);
        return plan(GroupDraft.of(inOrder, pairs, rules), survivors.reason(inOrder));
    }

    /** How much of the others somebody might miss if this one survived; not counted in a group too large for AUTO. */
    private int missed(Member survivor, List<Member> members, PairTable pairs, FieldRules rules) {
        if (members.size() > settings.maxGroup()) {
            return 0;
        }
        return members.stream()
                .filter(member -> !member.equals(survivor))
                .mapToInt(member -> GroupDraft.missed(
                                survivor, member, rules.merged(survivor.person(), member.person()), pairs, rules)
                        .size())
                .sum();
    }

    /** Plans a group whose survivor is chosen. */
    PlannedGroup plan(GroupDraft draft, String survivorReason) {
        SortedMap<PersonId, String> fingerprints = new TreeMap<>();
        draft.inOrder().forEach(member -> fingerprints.put(member.id(), Fingerprint.of(member.person())));
        List<PlannedAction> rows = draft.duplicates().stream()
                .sorted(Comparator.comparing(Member::id))
                .map(duplicate -> row(draft, duplicate, fingerprints))
                .toList();
        PlannedGroup group = new PlannedGroup(
                PlanKeys.group(fingerprints.keySet()),
                survivorThenById(draft),
                fingerprints,
                draft.survivor().id(),
                survivorReason,
                draft.golden(),
                draft.pairs().minScore(),
                rows);
        return group.doubted(doubts.of(draft, rows));
    }

    private PlannedAction row(GroupDraft draft, Member duplicate, SortedMap<PersonId, String> fingerprints) {
        Member survivor = draft.survivor();
        ActionKind kind = actions.of(survivor, duplicate, draft.rules());
        Optional<ScoredPair> pair = draft.pairs().between(survivor.id(), duplicate.id());
        return new PlannedAction(
                PlanKeys.row(kind, survivor.id(), duplicate.id(), fingerprints),
                kind,
                Band.REVIEW,
                pair.map(ScoredPair::probability).orElse(draft.pairs().minScore()),
                duplicate.id(),
                pair.or(() -> draft.pairs().surest(duplicate.id()))
                        .map(ScoredPair::evidence)
                        .orElse(List.of()),
                cautions.of(draft, duplicate, kind),
                draft.conflictsWith(duplicate),
                draft.gainedFrom(duplicate).stream().map(FieldValue::text).toList(),
                draft.lostWith(duplicate).stream().map(FieldValue::text).toList());
    }

    private static List<Person> survivorThenById(GroupDraft draft) {
        Stream<Person> duplicates =
                draft.duplicates().stream().map(Member::person).sorted(Comparator.comparing(Person::id));
        return Stream.concat(Stream.of(draft.survivor().person()), duplicates).toList();
    }
}
