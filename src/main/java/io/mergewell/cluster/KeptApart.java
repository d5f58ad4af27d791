package io.mergewell.cluster;

import io.mergewell.match.Part;
import io.mergewell.match.comparison.Contradictions;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which records no group may hold together: people said so, or the records contradict each other. */
final class KeptApart {

    private static final String DECIDED = "decided to be two persons";

    private final Corpus corpus;
    private final Set<PersonPair> decided;
    private final Set<PersonId> named;
    private final @Nullable Contradictions contradictions;

    /** @param without parts that are left out: what people decided holds all the same */
    KeptApart(Corpus corpus, Set<PersonPair> decided, Set<Part> without) {
        this.corpus = corpus;
        this.decided = Set.copyOf(decided);
        named = decided.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toUnmodifiableSet());
        contradictions = without.contains(Part.CONTRADICTIONS) ? null : new Contradictions(corpus, without);
    }

    /** Why two records stay apart, as words; null if they may be together. */
    @Nullable
    String reason(int a, int b) {
        if (isDecided(a, b)) {
            return DECIDED;
        }
        return contradictions == null ? null : contradictions.between(a, b);
    }

    /** Why two clusters stay apart, as words; null if they may be together. */
    @Nullable
    String reason(List<Integer> some, List<Integer> others) {
        boolean anyDecided =
                !named.isEmpty() && some.stream().anyMatch(a -> others.stream().anyMatch(b -> isDecided(a, b)));
        if (anyDecided) {
            return DECIDED;
        }
        return contradictions == null ? null : contradictions.between(some, others);
    }

    private boolean isDecided(int a, int b) {
        return !named.isEmpty()
                && named.contains(corpus.id(a))
                && decided.contains(PersonPair.of(corpus.id(a), corpus.id(b)));
    }
}
