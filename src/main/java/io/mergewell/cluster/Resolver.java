package io.mergewell.cluster;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.Thresholds;
import io.mergewell.match.blocking.CandidatePairs;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.Calibration;
import io.mergewell.match.model.MatchModel;
import io.mergewell.match.model.ScoredPairs;
import io.mergewell.match.model.Trainer;
import io.mergewell.match.pairs.ComparedPairs;
import io.mergewell.person.Person;
import io.mergewell.person.PersonPair;
import java.util.Set;

/**
 * Finds the groups of records that are one human being. Add every person, then match once. Uses every processor; the
 * result depends neither on their number nor on the order of the persons.
 */
public final class Resolver {

    /** Match weight at which pairs are as often right as wrong on labelled data; average linkage decides from there. */
    private static final double REVIEW_BITS = -3;

    /** Match weight from which on no labelled data had a wrong pair in a group without caution. */
    private static final double AUTO_BITS = 12;

    private final MatchSettings settings;
    private final Intake intake;

    public Resolver(MatchSettings settings) {
        this.settings = settings;
        intake = new Intake(settings);
    }

    /**
     * Takes a person in. Only comparable forms are kept, so the person itself may be forgotten.
     *
     * @throws IllegalArgumentException at the latest when matching, if an id was added twice
     */
    public void add(Person person) {
        intake.add(person);
    }

    /** The {@link Resolution} of {@link #match}. */
    public Resolution resolve(Set<PersonPair> keptApart) {
        return match(keptApart).resolution();
    }

    /**
     * Blocks, trains, scores and clusters.
     *
     * @param decided pairs that people decided are two human beings: no group holds both
     */
    public Matching match(Set<PersonPair> decided) {
        Stopwatch stopwatch = new Stopwatch();
        Corpus corpus = stopwatch.time("normalise", intake::corpus);
        Comparisons comparisons = Comparisons.of(corpus);
        CandidatePairs candidates = stopwatch.time("block", () -> CandidatePairs.of(corpus));
        ComparedPairs pairs = stopwatch.time("score", () -> ComparedPairs.of(corpus.size(), candidates, comparisons));
        Trainer trainer = stopwatch.time("train", () -> new Trainer(corpus.size(), comparisons, pairs));
        MatchModel roughModel = stopwatch.time("train", trainer::first);
        KeptApart keptApart = new KeptApart(corpus, decided);
        Thresholds thresholds = thresholds();
        AverageLinkage linkage = new AverageLinkage(Calibration.bits(thresholds.review()), keptApart);
        ScoredPairs roughly = stopwatch.time("score", () -> roughModel.score(pairs));
        int[] rough = stopwatch.time("cluster", () -> linkage.cluster(corpus.size(), roughly));
        MatchModel model = stopwatch.time("train", () -> trainer.again(rough));
        ScoredPairs scored = stopwatch.time("score", () -> model.score(pairs));
        int[] clusters = stopwatch.time("cluster", () -> linkage.cluster(corpus.size(), scored));
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

    private Thresholds thresholds() {
        Double review = settings.reviewThreshold();
        Double auto = settings.autoThreshold();
        double chosenReview = review != null ? review : Calibration.probability(REVIEW_BITS);
        double chosenAuto = auto != null ? auto : Calibration.probability(AUTO_BITS);
        return new Thresholds(chosenReview, Math.max(chosenReview, chosenAuto));
    }
}
