package io.mergewell.match.model;

import io.mergewell.match.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * What precision and recall a threshold promises, as far as the probabilities of the scored pairs are right: the pairs
 * above it are right by the mean of their probabilities, and those of all scored pairs add up to the true pairs. That
 * takes no labels, so every data set gets thresholds of its own.
 */
public final class ExpectedQuality {

    private static final int BINS_PER_BIT = 4;
    /** Pairs below this, millions of them in large files, are taken to be wrong. In bits. */
    private static final int LEAST = -12;

    private static final int MOST = 60;

    /** Above what a name alone can reach, where pairs are twice as likely wrong as right. In bits. */
    private static final double LEAST_REVIEW = MatchModel.NAME_ALONE + 0.01;

    /** Pairs are not merged without review below this, however good the better ones are. In bits. */
    private static final double LEAST_AUTO = 3;

    /**
     * The promise of band AUTO. Its pairs must also agree on something that one human being has alone, which these
     * probabilities do not know, so it is kept with room to spare.
     */
    private static final double AUTO_PRECISION = 0.999;

    private final long[] pairs = new long[(MOST - LEAST) * BINS_PER_BIT];

    public ExpectedQuality(ScoredPairs scored) {
        scored.forEach((a, b, bits) -> {
            int bin = (int) Math.floor((bits - LEAST) * BINS_PER_BIT);
            if (bin >= 0) {
                pairs[Math.min(bin, pairs.length - 1)]++;
            }
        });
    }

    /** The lowest match probability from which pairs are proposed, whatever is asked for. */
    public static double leastReview() {
        return Calibration.probability(LEAST_REVIEW);
    }

    /**
     * The thresholds of these pairs.
     *
     * @param review match probability given by the user, as far as it is above what a name alone can reach; null if it
     *     is to be chosen
     * @param auto the same for AUTO; above 1 results if none is given and nothing is good enough
     */
    public Thresholds thresholds(@Nullable Double review, @Nullable Double auto) {
        double chosenReview = Calibration.probability(
                Math.max(LEAST_REVIEW, review != null ? Calibration.bits(review) : reviewBits()));
        double chosenAuto = auto != null ? auto : autoProbability();
        return new Thresholds(chosenReview, Math.max(chosenReview, chosenAuto));
    }

    /**
     * The match weight with the highest expected F1: the middle of the gap between the pairs it takes and those it
     * leaves.
     */
    private double reviewBits() {
        double existing = 0;
        for (int bin = 0; bin < pairs.length; bin++) {
            existing += pairs[bin] * Calibration.probability(middle(bin));
        }
        int highest = pairs.length;
        int lowest = highest;
        double best = 0;
        double claimed = 0;
        double right = 0;
        for (int bin = pairs.length - 1; middle(bin) >= LEAST_REVIEW; bin--) {
            claimed += pairs[bin];
            right += pairs[bin] * Calibration.probability(middle(bin));
            double f1 = claimed == 0 ? 0 : 2 * right / (claimed + existing);
            if (f1 > best) {
                best = f1;
                highest = bin;
                lowest = bin;
            } else if (pairs[bin] == 0 && lowest == bin + 1) {
                lowest = bin;
            }
        }
        return best == 0 ? 0 : (begin(lowest) + begin(highest)) / 2;
    }

    /** The lowest probability above which the expected precision keeps the promise of AUTO; 2 if there is none. */
    private double autoProbability() {
        double auto = 2;
        double claimed = 0;
        double right = 0;
        for (int bin = pairs.length - 1; begin(bin) >= LEAST_AUTO; bin--) {
            claimed += pairs[bin];
            right += pairs[bin] * Calibration.probability(middle(bin));
            if (claimed > 0 && right >= AUTO_PRECISION * claimed) {
                auto = Calibration.probability(begin(bin));
            }
        }
        return auto;
    }

    private static double begin(int bin) {
        return (double) bin / BINS_PER_BIT + LEAST;
    }

    private static double middle(int bin) {
        return begin(bin) + 0.5 / BINS_PER_BIT;
    }
}
