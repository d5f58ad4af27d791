package io.mergewell.cluster;

import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.PairComparer;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.Calibration;
import io.mergewell.match.model.MatchModel;
import io.mergewell.match.model.ScoredPairs;
import io.mergewell.match.pairs.ComparedPairs;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A finished matching: its result, and answers to questions about single pairs. Not safe for use by several threads. */
public final class Matching {

    private final Corpus corpus;
    private final Comparisons comparisons;
    private final CandidatePairs candidates;
    private final ComparedPairs pairs;
    private final ScoredPairs scored;
    private final MatchModel model;
    private final KeptApart keptApart;
    private final int[] clusters;
    private final Thresholds thresholds;
    private final SortedMap<String, Double> seconds;

    Matching(
            Corpus corpus,
            Comparisons comparisons,
            CandidatePairs candidates,
            ComparedPairs pairs,
            ScoredPairs scored,
            MatchModel model,
            KeptApart keptApart,
            int[] clusters,
            Thresholds thresholds,
            SortedMap<String, Double> seconds) {
        this.corpus = corpus;
        this.comparisons = comparisons;
        this.candidates = candidates;
        this.pairs = pairs;
        this.scored = scored;
        this.model = model;
        this.keptApart = keptApart;
        this.clusters = clusters;
        this.thresholds = thresholds;
        this.seconds = seconds;
    }

    /** The groups and what is to be said about them. */
    public Resolution resolution() {
        double review = Calibration.bits(thresholds.review());
        long[] aboveReview = {0};
        scored.forEach((a, b, bits) -> aboveReview[0] += bits >= review ? 1 : 0);
        List<Group> groups = new Groups(corpus, scored, clusters).all(this::reader);
        return new Resolution(groups, pairs.size(), aboveReview[0], model(), notes(), common().details(), seconds);
    }

    /** Why two persons match or not; empty if either was never added. */
    public Optional<Explanation> explain(PersonId one, PersonId other) {
        int first = corpus.find(one);
        int second = corpus.find(other);
        if (first < 0 || second < 0 || first == second) {
            return Optional.empty();
        }
        int a = Math.min(first, second);
        int b = Math.max(first, second);
        PairReader reader = reader();
        double bits = reader.bits(a, b);
        boolean[] candidate = {false};
        candidates.enumerator().pairsOf(a, (left, right) -> candidate[0] |= right == b);
        return Optional.of(new Explanation(
                PersonPair.of(one, other),
                model.priorBits(),
                reader.everything(),
                reader.isCorroborated(),
                bits,
                Calibration.probability(bits),
                keptApart.reason(a, b),
                candidate[0],
                clusters[a] == clusters[b]));
    }

    /** The families of blocking keys that brought two persons together, in a fixed order; empty if none did. */
    public List<String> proposedBy(PersonId one, PersonId other) {
        int a = Math.min(corpus.find(one), corpus.find(other));
        int b = Math.max(corpus.find(one), corpus.find(other));
        List<String> families = new ArrayList<>();
        if (a >= 0 && a < b) {
            forEachFamily((name, pairsOfFamily) -> {
                boolean[] together = {false};
                pairsOfFamily.enumerator().pairsOf(a, (left, right) -> together[0] |= right == b);
                if (together[0]) {
                    families.add(name);
                }
            });
        }
        return families;
    }

    /**
     * Those with whom a person was compared, the likeliest first; empty if the person was never added.
     *
     * @param most how many at most
     */
    public List<Neighbour> nearest(PersonId person, int most) {
        int asked = corpus.find(person);
        List<Neighbour> neighbours = new ArrayList<>();
        forEachPair((a, b, probability, levels) -> {
            if (a == asked || b == asked) {
                int other = a == asked ? b : a;
                neighbours.add(new Neighbour(corpus.id(other), probability, together(a, b), keptApart(a, b)));
            }
        });
        return neighbours.stream()
                .sorted(Comparator.comparingDouble(Neighbour::probability)
                        .reversed()
                        .thenComparing(Neighbour::person))
                .limit(most)
                .toList();
    }

    /**
     * A person with whom another was compared.
     *
     * @param probability calibrated, that the two are one; 0 if too little speaks for it to be scored in full
     * @param together whether they ended in one group
     * @param keptApart what forbids that whatever the probability; null if nothing does
     */
    public record Neighbour(
            PersonId person,
            double probability,
            boolean together,
            @Nullable String keptApart) {}

    /** Shows every pair that was compared; one that had too little for it to be scored in full has probability 0. */
    public void forEachPair(PairVisitor visitor) {
        for (int chunk = 0; chunk < pairs.chunks().size(); chunk++) {
            ComparedPairs.Chunk compared = pairs.chunks().get(chunk);
            ScoredPairs.Chunk hopeful = scored.chunks().get(chunk);
            int[] next = {0};
            compared.forEach((a, b, place) -> {
                int scoredNext = next[0];
                boolean isScored = scoredNext < hopeful.first().length
                        && hopeful.first()[scoredNext] == a
                        && hopeful.second()[scoredNext] == b;
                double probability = isScored ? Calibration.probability(hopeful.bits()[next[0]++]) : 0;
                visitor.visit(a, b, probability, pairs.levels().vector(place));
            });
        }
    }

    /** What was learned. */
    public TrainedModel model() {
        return model.trained(thresholds);
    }

    /** How many records were added; they are numbers from 0 in the order of their ids. */
    public int records() {
        return corpus.size();
    }

    /** The id of a record. */
    public PersonId id(int record) {
        return corpus.id(record);
    }

    /** Whether two records ended in one group. */
    public boolean together(int a, int b) {
        return clusters[a] == clusters[b];
    }

    /** What forbids two records to be in one group whatever their weight, as words; null if nothing does. */
    public @Nullable String keptApart(int a, int b) {
        return keptApart.reason(a, b);
    }

    /** A comparer of any two records, whether a key brought them together or not, for one thread. */
    public PairComparer comparer() {
        return comparisons.comparer();
    }

    /** Shows the pairs that each family of keys gives, in a fixed order. Makes them anew, one family after another. */
    public void forEachFamily(BiConsumer<String, CandidatePairs> use) {
        CandidatePairs.forEachFamily(corpus, use);
    }

    private PairReader reader() {
        return new PairReader(corpus, comparisons, model);
    }

    private CommonValues common() {
        return new CommonValues(candidates.skipped());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(corpus.notes());
        common().note().ifPresent(notes::add);
        comparisons
                .leftOut()
                .forEach(field -> notes.add("No room to compare " + field
                        + ": a job compares at most 16 fields; name fewer under match.fields."));
        return notes;
    }
}
