package io.mergewell.cluster;

import io.mergewell.match.Evidence;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.Calibration;
import io.mergewell.match.model.MatchModel;
import io.mergewell.person.PersonPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says of single pairs what they weigh, and why. Not safe for use by several threads. */
final class PairReader {

    /** Evidence below this, in bits, is none that a reader asks for. */
    private static final double LEAST_SAID = 0.05;

    private final Corpus corpus;
    private final List<Comparison> fields;
    private final MatchModel.Scorer scorer;
    private final Cautions cautions;
    private final Misspelling misspelling;

    PairReader(Corpus corpus, Comparisons comparisons, MatchModel model) {
        this.corpus = corpus;
        fields = comparisons.all();
        scorer = model.scorer();
        cautions = new Cautions(corpus, fields, scorer);
        misspelling = new Misspelling(corpus, scorer);
    }

    /** A pair of records with its evidence, the weightiest first, and its cautions. */
    ScoredPair scoredPair(int a, int b) {
        double bits = scorer.bits(a, b);
        return new ScoredPair(
                PersonPair.of(corpus.id(a), corpus.id(b)),
                bits,
                Calibration.probability(bits),
                evidence(LEAST_SAID),
                cautions.sentences(a, b),
                misspelling.slip(a, b));
    }

    /** The match weight of a pair, prior included. */
    double bits(int a, int b) {
        return scorer.bits(a, b);
    }

    /** All that was compared in the pair read last, the weightiest first. */
    List<Evidence> everything() {
        return evidence(0);
    }

    /** Whether anything but the name agreed in the pair read last. */
    boolean isCorroborated() {
        return scorer.corroborated();
    }

    private List<Evidence> evidence(double least) {
        List<Evidence> evidence = new ArrayList<>();
        for (int slot = 0; slot < fields.size(); slot++) {
            double bits = scorer.fieldBits(slot);
            if (scorer.level(slot) > 0 && Math.abs(bits) >= least) {
                Comparison field = fields.get(slot);
                evidence.add(new Evidence(
                        field.field(), field.level(scorer.level(slot)).label(), bits));
            }
        }
        evidence.sort(Comparator.comparingDouble((Evidence one) -> Math.abs(one.bits()))
                .reversed());
        return evidence;
    }
}
