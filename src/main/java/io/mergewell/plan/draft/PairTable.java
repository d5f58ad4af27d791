package io.mergewell.plan.draft;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scored pairs of one group. */
final class PairTable {

    private static final Comparator<ScoredPair> BY_PERSONS = Comparator.comparing(
                    (ScoredPair pair) -> pair.persons().first())
            .thenComparing(pair -> pair.persons().second());
    private static final Comparator<ScoredPair> SUREST_FIRST = Comparator.comparingDouble(ScoredPair::probability)
            .thenComparingDouble(ScoredPair::bits)
            .reversed()
            .thenComparing(BY_PERSONS);

    private final Map<PersonPair, ScoredPair> pairs = new HashMap<>();

    PairTable(List<ScoredPair> scored) {
        scored.forEach(pair -> pairs.put(pair.persons(), pair));
    }

    /** Empty if the two were not compared. */
    Optional<ScoredPair> between(PersonId one, PersonId other) {
        return Optional.ofNullable(pairs.get(PersonPair.of(one, other)));
    }

    /** The surest link of a person to any other; empty if it was compared with nobody. */
    Optional<ScoredPair> surest(PersonId person) {
        return pairs.values().stream()
                .filter(pair -> other(pair, person).isPresent())
                .min(SUREST_FIRST);
    }

    /** Score of the weakest link, 0 to 1; 0 if there is none. */
    double minScore() {
        return pairs.values().stream()
                .mapToDouble(ScoredPair::probability)
                .min()
                .orElse(0);
    }

    /** The weakest link; of equal ones that of the lowest ids. Empty if there is none. */
    Optional<ScoredPair> weakest() {
        return pairs.values().stream()
                .min(Comparator.comparingDouble(ScoredPair::probability).thenComparing(BY_PERSONS));
    }

    /** How many pairs of so many members were not compared. */
    long notCompared(int members) {
        return members * (members - 1L) / 2 - pairs.size();
    }

    /** Two of some members that were not compared: those of the lowest ids. Empty if all were. */
    Optional<PersonPair> firstNotCompared(List<PersonId> members) {
        List<PersonId> ascending = members.stream().sorted().toList();
        return IntStream.range(0, ascending.size())
                .boxed()
                .flatMap(one -> ascending.subList(one + 1, ascending.size()).stream()
                        .map(other -> PersonPair.of(ascending.get(one), other)))
                .filter(pair -> !pairs.containsKey(pair))
                .findFirst();
    }

    /** Those of which matching has something to say that a reader must look at, in the order of their persons. */
    List<ScoredPair> withCaution() {
        return pairs.values().stream()
                .filter(pair -> !pair.cautions().isEmpty())
                .sorted(BY_PERSONS)
                .toList();
    }

    /** Whether a name is another's but for a slip of the pen, and not known to be the right one of the two. */
    boolean mayBeMisspelt(PersonId person, PersonId other) {
        return between(person, other)
                .map(ScoredPair::nameSlip)
                .filter(slip -> !other.equals(slip.misspelt()))
                .isPresent();
    }

    /** The other person of a pair; empty if the pair is not this person's. */
    static Optional<PersonId> other(ScoredPair pair, PersonId person) {
        PersonId first = pair.persons().first();
        PersonId second = pair.persons().second();
        if (first.equals(person)) {
            return Optional.of(second);
        }
        return second.equals(person) ? Optional.of(first) : Optional.empty();
    }
}
