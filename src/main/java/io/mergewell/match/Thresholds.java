package io.mergewell.match;

/**
 * From which match probability a pair is proposed, and from which it may be merged without review.
 *
 * @param review 0 to 1
 * @param auto at least {@code review}; above 1 if nothing is good enough
 */
public record Thresholds(double review, double auto) {

    public Thresholds {
        if (!(review >= 0 && review <= 1 && auto >= review)) {
            throw new IllegalArgumentException("Thresholds need 0 <= review <= 1 and review <= auto.");
        }
    }
}
