package io.mergewell.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.compare.PlanSketch.Sketched;
import io.mergewell.cluster.Group;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Somebody;
import io.mergewell.review.PairChange;
import io.mergewell.review.PairChange.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outlines of plans over eight persons, written as {@code survivor, duplicates}. */
class PlanComparisonTests {

    private static final PairEvidence EVIDENCE = evidence();

    @Test
    void findsNothingBetweenAPlanAndItself() {
        PlanSketch plan = plan(group(Band.AUTO, 1, 2, 3), group(Band.REVIEW, 4, 5));

        assertThat(PlanComparison.of(plan, plan).changes()).isEmpty();
    }

    @Test
    void takesEveryTwoOfAGroupForAPairWhoeverSurvives() {
        PlanComparison comparison =
                PlanComparison.of(plan(group(Band.REVIEW, 1, 2, 3)), plan(group(Band.REVIEW, 1, 2, 3, 4)));

        assertThat(pairs(comparison)).containsExactly("GAINED 1 4", "GAINED 2 4", "GAINED 3 4");
    }

    @Test
    void saysBothOfAGroupThatFellApartAndOneThatGrewTogether() {
        PlanComparison comparison = PlanComparison.of(
                plan(group(Band.REVIEW, 1, 2, 3)), plan(group(Band.REVIEW, 1, 2), group(Band.REVIEW, 3, 4)));

        assertThat(pairs(comparison)).containsExactly("GAINED 3 4", "LOST 1 3", "LOST 2 3");
    }

    @Test
    void countsMovesBetweenBandsByWhereTheyGo() {
        PlanComparison comparison = PlanComparison.of(
                plan(group(Band.AUTO, 1, 2), group(Band.REVIEW, 3, 4), group(Band.REVIEW, 5, 6, 7)),
                plan(group(Band.REVIEW, 1, 2), group(Band.AUTO, 3, 4), group(Band.AUTO, 5, 6, 7)));

        assertThat(comparison.movedTo(Band.REVIEW)).isEqualTo(1);
        assertThat(comparison.movedTo(Band.AUTO)).isEqualTo(4);
        assertThat(comparison.count(Kind.LOST) + comparison.count(Kind.GAINED)).isZero();
    }

    @Test
    void saysThatAnotherRecordSurvivesAndWhichRowsAreNoneAnyMore() {
        PlanComparison comparison =
                PlanComparison.of(plan(group(Band.REVIEW, 1, 2, 3)), plan(group(Band.REVIEW, 2, 1, 3)));

        assertThat(pairs(comparison)).containsExactly("ACTION SURVIVOR 1 3", "ACTION SURVIVOR 2 3", "SURVIVOR 1 2");
    }

    @Test
    void saysThatADeletionHasBecomeAMerge() {
        Sketched merged = group(Band.REVIEW, 1, 2);
        Sketched deleted = new Sketched(
                merged.members(), merged.survivor(), merged.band(), new TreeMap<>(Map.of(id(2), ActionKind.DELETE)));

        assertThat(pairs(PlanComparison.of(plan(deleted), plan(merged)))).containsExactly("ACTION 1 2");
    }

    private static List<String> pairs(PlanComparison comparison) {
        return comparison.changes().stream()
                .map(change -> words(change.kinds()) + change.first().id() + " "
                        + change.second().id())
                .sorted()
                .toList();
    }

    private static String words(List<PairChange.Kind> kinds) {
        StringBuilder words = new StringBuilder();
        kinds.forEach(kind -> words.append(kind).append(' '));
        return words.toString();
    }

    private static PlanSketch plan(Sketched... groups) {
        Map<PersonId, String> names = new HashMap<>();
        Arrays.stream(groups).flatMap(group -> group.members().stream()).forEach(id -> names.put(id, "Somebody"));
        return new PlanSketch(List.of(groups), names, 0, EVIDENCE);
    }

    private static Sketched group(Band band, int survivor, int... duplicates) {
        SortedMap<PersonId, ActionKind> actions = new TreeMap<>();
        Arrays.stream(duplicates).forEach(duplicate -> actions.put(id(duplicate), ActionKind.MERGE));
        List<PersonId> members = IntStream.concat(IntStream.of(survivor), Arrays.stream(duplicates))
                .mapToObj(PlanComparisonTests::id)
                .sorted()
                .toList();
        return new Sketched(members, id(survivor), band, actions);
    }

    /** Nobody is like another, and all are in one group. */
    private static PairEvidence evidence() {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS);
        List<PersonId> all =
                IntStream.rangeClosed(1, 8).mapToObj(PlanComparisonTests::id).toList();
        all.forEach(id -> resolver.add(Somebody.withId(id.value()).named("").there()));
        Matching matching = resolver.match(Set.of());
        Resolution found = matching.resolution();
        return PairEvidence.of(
                matching,
                new Resolution(
                        List.of(new Group(all, List.of())),
                        found.pairsCompared(),
                        found.pairsAboveReview(),
                        found.model(),
                        found.notes(),
                        found.details(),
                        found.seconds()));
    }

    private static PersonId id(int number) {
        return new PersonId(Integer.toString(number));
    }
}
