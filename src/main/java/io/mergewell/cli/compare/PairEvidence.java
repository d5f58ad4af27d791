package io.mergewell.cli.compare;

import com.carrotsearch.hppc.LongDoubleHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import io.mergewell.cluster.Group;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolution;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.PersonId;
import io.mergewell.review.words.Reasons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one matching says of pairs, in little room. Records have the numbers of the matching, which are the same in every
 * matching of one mirror.
 */
final class PairEvidence {

    /** Match probability below which a pair is not worth a line in a comparison. */
    private static final double LEAST = 0.01;

    private final LongDoubleHashMap scores = new LongDoubleHashMap();
    private final LongObjectHashMap<String> reasons = new LongObjectHashMap<>();
    private final Map<PersonId, Integer> numbers = new HashMap<>();
    private final Thresholds thresholds;
    private final int records;

    private PairEvidence(Thresholds thresholds, int records) {
        this.thresholds = thresholds;
        this.records = records;
    }

    static PairEvidence of(Matching matching, Resolution resolution) {
        PairEvidence evidence = new PairEvidence(resolution.thresholds(), matching.records());
        matching.forEachPair((a, b, probability, levels) -> {
            if (probability >= LEAST) {
                evidence.scores.put(key(a, b), probability);
            }
        });
        Set<PersonId> members = resolution.groups().stream()
                .map(Group::members)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
        for (int record = 0; record < matching.records(); record++) {
            PersonId id = matching.id(record);
            if (members.contains(id)) {
                evidence.numbers.put(id, record);
            }
        }
        resolution.groups().forEach(group -> group.pairs().forEach(evidence::explain));
        return evidence;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    /** How many persons were matched. */
    int records() {
        return records;
    }

    /** The number of a member of any group; null for others. */
    @Nullable
    Integer number(PersonId id) {
        return numbers.get(id);
    }

    /** Match probability, 0 to 1; null if it is next to nothing, or the two were not compared. */
    @Nullable
    Double score(int one, int other) {
        long key = key(one, other);
        return scores.containsKey(key) ? scores.get(key) : null;
    }

    /** In one line; empty unless the two were compared and in one group. */
    String reasons(int one, int other) {
        return reasons.getOrDefault(key(one, other), "");
    }

    private void explain(ScoredPair pair) {
        int first = Objects.requireNonNull(numbers.get(pair.persons().first()));
        int second = Objects.requireNonNull(numbers.get(pair.persons().second()));
        reasons.put(key(first, second), Reasons.text(pair.evidence()));
    }

    private static long key(int one, int other) {
        return ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
    }
}
