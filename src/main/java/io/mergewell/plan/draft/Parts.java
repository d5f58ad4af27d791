package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is left of a group after some of its members went, for good or for as long as a rejection holds. Those that only a lost member held together are no longer one:
 * they must be joined by links that would be proposed by themselves. One person alone is no group.
 */
final class Parts {

    private final double reviewThreshold;

    Parts(double reviewThreshold) {
        this.reviewThreshold = reviewThreshold;
    }

    /** The groups of two and more, their members ascending. */
    List<List<Person>> of(MatchedGroup matched) {
        Map<PersonId, Person> present = new TreeMap<>();
        matched.present().forEach(person -> present.put(person.id(), person));
        List<Set<PersonId>> layers = matched.rejected().layers(present.keySet());
        if (present.size() == matched.group().members().size() && layers.size() == 1) {
            return List.of(List.copyOf(present.values()));
        }
        return layers.stream()
                .flatMap(layer -> hangingTogether(matched, present, layer).stream())
                .toList();
    }

    private List<List<Person>> hangingTogether(
            MatchedGroup matched, Map<PersonId, Person> present, Set<PersonId> layer) {
        List<ScoredPair> links = matched.pairsAmong(matched.present()).stream()
                .filter(pair -> pair.probability() >= reviewThreshold)
                .filter(pair -> layer.contains(pair.persons().first())
                        && layer.contains(pair.persons().second()))
                .toList();
        List<List<Person>> parts = new ArrayList<>();
        Set<PersonId> seen = new HashSet<>();
        for (PersonId id : layer) {
            List<Person> part = reachable(id, links, seen).stream()
                    .map(present::get)
                    .sorted(Comparator.comparing(Person::id))
                    .toList();
            if (part.size() > 1) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** All that hang together with this one and were not seen before. */
    private static Set<PersonId> reachable(PersonId start, List<ScoredPair> links, Set<PersonId> seen) {
        Set<PersonId> reached = new HashSet<>();
        Queue<PersonId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            PersonId id = open.remove();
            if (seen.add(id)) {
                reached.add(id);
                links.forEach(link -> PairTable.other(link, id).ifPresent(open::add));
            }
        }
        return reached;
    }
}
