package io.mergewell.cli.explain;

import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Group;
import io.mergewell.match.ScoredPair;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.review.words.Scores;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Through whom two persons came into one group. */
final class GroupLinks {

    private static final Comparator<ScoredPair> SUREST_FIRST = Comparator.comparingDouble(ScoredPair::probability)
            .reversed()
            .thenComparing(pair -> pair.persons().first())
            .thenComparing(pair -> pair.persons().second());

    private GroupLinks() {}

    /**
     * A sentence on the surest link that each of the two has to another member.
     *
     * @return empty if they are in no group, or what speaks for the two themselves is as sure as one of those links
     */
    static Optional<String> through(Explanation explanation, List<Group> groups) {
        PersonPair two = explanation.persons();
        return groups.stream()
                .filter(group ->
                        group.members().contains(two.first()) && group.members().contains(two.second()))
                .findFirst()
                .flatMap(group -> surest(group, two, two.first()).flatMap(one -> surest(group, two, two.second())
                        .filter(other -> explanation.probability() < Math.min(one.probability(), other.probability()))
                        .map(other -> sentence(one, other))));
    }

    private static String sentence(ScoredPair one, ScoredPair other) {
        return "They are in one group through others: " + words(one) + ", " + words(other) + ".";
    }

    private static String words(ScoredPair pair) {
        return pair.persons().first() + " and " + pair.persons().second() + " have " + Scores.text(pair.probability());
    }

    private static Optional<ScoredPair> surest(Group group, PersonPair two, PersonId person) {
        return group.pairs().stream()
                .filter(pair -> !pair.persons().equals(two))
                .filter(pair -> pair.persons().first().equals(person)
                        || pair.persons().second().equals(person))
                .min(SUREST_FIRST);
    }
}
