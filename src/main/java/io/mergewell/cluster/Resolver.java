package io.mergewell.cluster;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.Part;
import io.mergewell.match.Thresholds;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.Calibration;
import io.mergewell.match.model.ExpectedQuality;
import io.mergewell.match.model.MatchModel;
import io.mergewell.match.model.ScoredPairs;
import io.mergewell.match.model.Trainer;
import io.mergewell.match.pairs.ComparedPairs;
import io.mergewell.person.Person;
import io.mergewell.person.PersonPair;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the groups of records that are one human being. Add every person, then match once. Uses every processor; the
 * result depends neither on their number nor on the order of the persons.
 */
public final class Resolver {

    /** Probability from which two clusters join while the model is still rough. */
    private static final double EVEN = 0.5;

    private final MatchSettings settings;
    private final Set<Part> without;
    private final Intake intake;

    public Resolver(MatchSettings settings) {
        this(settings, Set.of());
    }

    /** @param without parts to leave out, to measure what they earn */
    public Resolver(MatchSettings settings, Set<Part> without) {
        this.settings = settings;
        this.without = without;
        intake = new Intake(settings);
    }

    /**
     * Takes a person in. Only comparable forms are kept, so the person itself may be forgotten.
     *
     * @throws IllegalArgumentException at the latest when matching, if an id was added twice
     * @throws IllegalStateException after matching
     */
    public void add(Person person) {
        intake.add(person);
    }

    /** The {@link Resolution} of {@link #match}. */
    public Resolution resolve(Set<PersonPair> keptApart) {
        return match(keptApart).resolution();
    }

    /**
     * Blocks, trains, scores and clusters, once.
     *
     * @param decided pairs that people decided are two human beings: no group holds both
     * @throws IllegalStateException if it was called before
     */
    public Matching match(Set<PersonPair> decided) {
        Stopwatch stopwatch = new Stopwatch();
        Corpus corpus = stopwatch.time("normalise", intake::corpus);
        Comparisons comparisons = Comparisons.of(corpus, without);
        CandidatePairs candidates = stopwatch.time("block", () -> CandidatePairs.of(corpus, without));
        ComparedPairs pairs = stopwatch.time("score", () -> ComparedPairs.of(corpus, candidates, comparisons));
        Trainer trainer = stopwatch.time(
                "train", () -> new Trainer(corpus.size(), comparisons, pairs, settings.pinned(), without));
        MatchModel roughModel = stopwatch.time("train", trainer::first);
        KeptApart keptApart = new KeptApart(corpus, decided, without);
        double roughReview = settings.reviewThreshold() != null ? settings.reviewThreshold() : EVEN;
        ScoredPairs roughlyScored = stopwatch.time("score", () -> roughModel.score(pairs));
        int[] rough = stopwatch.time("cluster", () -> cluster(corpus, roughlyScored, roughReview, keptApart));
        boolean again = !without.contains(Part.SECOND_ROUND);
        MatchModel model = again ? stopwatch.time("train", () -> trainer.again(rough)) : roughModel;
        ScoredPairs scored = again ? stopwatch.time("score", () -> model.score(pairs)) : roughlyScored;
        Thresholds thresholds = thresholds(scored);
        int[] clusters = stopwatch.time("cluster", () -> cluster(corpus, scored, thresholds.review(), keptApart));
        return new Matching(
                corpus,
                comparisons,
                candidates,
                pairs,
                scored,
                model,
                keptApart,
                clusters,
                thresholds,
                stopwatch.seconds());
    }

    private Thresholds thresholds(ScoredPairs scored) {
        Double review = settings.reviewThreshold();
        Double auto = settings.autoThreshold();
        if (settings.pinned() != null) {
            review = Objects.requireNonNullElse(
                    review, settings.pinned().thresholds().review());
            auto = Objects.requireNonNullElse(
                    auto, settings.pinned().thresholds().auto());
        }
        return new ExpectedQuality(scored).thresholds(review, auto);
    }

    private int[] cluster(Corpus corpus, ScoredPairs pairs, double probability, KeptApart keptApart) {
        double floor = Calibration.bits(probability);
        return without.contains(Part.AVERAGE_LINKAGE)
                ? Components.of(corpus.size(), pairs, floor, keptApart)
                : new AverageLinkage(floor, keptApart).cluster(corpus.size(), pairs);
    }
}
