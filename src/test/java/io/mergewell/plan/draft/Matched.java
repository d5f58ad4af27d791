package io.mergewell.plan.draft;

import io.mergewell.cluster.Group;
import io.mergewell.match.Evidence;
import io.mergewell.match.NameSlip;
import io.mergewell.match.ScoredPair;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups as matching would find them. */
final class Matched {

    private Matched() {}

    /** All of them compared with each other, and all but certain. */
    static MatchedGroup surely(Person... persons) {
        return scored(0.9999, persons);
    }

    static MatchedGroup scored(double score, Person... persons) {
        List<ScoredPair> pairs = new ArrayList<>();
        for (int i = 0; i < persons.length; i++) {
            for (int j = i + 1; j < persons.length; j++) {
                pairs.add(pair(persons[i].id(), persons[j].id(), score));
            }
        }
        return new MatchedGroup(group(pairs, persons), List.of(persons), Set.of());
    }

    static Group group(List<ScoredPair> pairs, Person... persons) {
        return new Group(Arrays.stream(persons).map(Person::id).toList(), pairs);
    }

    static ScoredPair misspelt(PersonId one, PersonId other, @Nullable PersonId misspelt) {
        return new ScoredPair(PersonPair.of(one, other), 10, 0.9999, List.of(), List.of(), new NameSlip(misspelt));
    }

    static ScoredPair pair(PersonId one, PersonId other, double score, String... cautions) {
        return new ScoredPair(
                PersonPair.of(one, other),
                10,
                score,
                List.of(new Evidence("e-mail", one + " and " + other + " have the same", 12)),
                List.of(cautions),
                null);
    }
}
