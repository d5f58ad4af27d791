package io.mergewell.cli.compare;

import io.mergewell.cli.compare.PlanSketch.Sketched;
import io.mergewell.person.PersonId;
import io.mergewell.review.PairChange;
import io.mergewell.review.PairChange.Kind;
import io.mergewell.review.PairChange.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One way through two plans over the same persons, from pair to pair. */
final class PairWalk {

    private final PlanSketch before;
    private final PlanSketch after;
    private final Map<PersonId, Integer> groupBefore;
    private final Map<PersonId, Integer> groupAfter;
    private final List<PairChange> found = new ArrayList<>();

    PairWalk(PlanSketch before, PlanSketch after) {
        this.before = before;
        this.after = after;
        this.groupBefore = byMember(before);
        this.groupAfter = byMember(after);
    }

    /** Those of which the two say different things, in no particular order. */
    List<PairChange> changes() {
        before.groups().stream()
                .filter(group -> !isIn(after, groupAfter, group))
                .forEach(this::kept);
        after.groups().stream()
                .filter(group -> !isIn(before, groupBefore, group))
                .forEach(this::gained);
        return found;
    }

    /** Pairs of a group of the first plan. */
    private void kept(Sketched group) {
        forEachPair(group, (first, second) -> {
            Proposal then = proposal(group, first, second);
            @Nullable Sketched now = together(after, groupAfter, first, second);
            @Nullable Proposal other = now == null ? null : proposal(now, first, second);
            List<Kind> kinds = other == null ? List.of(Kind.LOST) : differences(then, other);
            if (!kinds.isEmpty()) {
                add(kinds, first, second, then, other);
            }
        });
    }

    /** Pairs of a group of the second plan that the first did not have. */
    private void gained(Sketched group) {
        forEachPair(group, (first, second) -> {
            if (together(before, groupBefore, first, second) == null) {
                add(List.of(Kind.GAINED), first, second, null, proposal(group, first, second));
            }
        });
    }

    private void add(
            List<Kind> kinds, PersonId first, PersonId second, @Nullable Proposal then, @Nullable Proposal now) {
        int one = number(first);
        int other = number(second);
        String reasons = before.evidence().reasons(one, other);
        found.add(new PairChange(
                kinds,
                side(first),
                side(second),
                then,
                now,
                before.evidence().score(one, other),
                after.evidence().score(one, other),
                reasons.isEmpty() ? after.evidence().reasons(one, other) : reasons));
    }

    private int number(PersonId id) {
        @Nullable Integer number = before.evidence().number(id);
        return number == null ? Objects.requireNonNull(after.evidence().number(id)) : number;
    }

    private PairChange.Side side(PersonId id) {
        @Nullable String name = before.names().get(id);
        return new PairChange.Side(
                id, name == null ? Objects.requireNonNull(after.names().get(id)) : name);
    }

    private static List<Kind> differences(Proposal then, Proposal now) {
        List<Kind> kinds = new ArrayList<>();
        if (then.band() != now.band()) {
            kinds.add(Kind.BAND);
        }
        if (then.action() != now.action()) {
            kinds.add(Kind.ACTION);
        }
        if (!then.survivor().equals(now.survivor())) {
            kinds.add(Kind.SURVIVOR);
        }
        return kinds;
    }

    private static Proposal proposal(Sketched group, PersonId first, PersonId second) {
        boolean isRow = group.survivor().equals(first) || group.survivor().equals(second);
        PersonId duplicate = group.survivor().equals(first) ? second : first;
        return new Proposal(group.band(), isRow ? group.actions().get(duplicate) : null, group.survivor());
    }

    private static boolean isIn(PlanSketch plan, Map<PersonId, Integer> groups, Sketched group) {
        @Nullable Integer place = groups.get(group.members().get(0));
        return place != null && plan.groups().get(place).equals(group);
    }

    private static @Nullable Sketched together(
            PlanSketch plan, Map<PersonId, Integer> groups, PersonId first, PersonId second) {
        @Nullable Integer place = groups.get(first);
        return place != null && place.equals(groups.get(second)) ? plan.groups().get(place) : null;
    }

    private static Map<PersonId, Integer> byMember(PlanSketch plan) {
        Map<PersonId, Integer> groups = new HashMap<>();
        for (int place = 0; place < plan.groups().size(); place++) {
            for (PersonId member : plan.groups().get(place).members()) {
                groups.put(member, place);
            }
        }
        return groups;
    }

    private static void forEachPair(Sketched group, BiConsumer<PersonId, PersonId> visitor) {
        List<PersonId> members = group.members();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                visitor.accept(members.get(i), members.get(j));
            }
        }
    }
}
