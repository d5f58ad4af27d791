package io.mergewell.cli.evaluate;

/**
 * How many pairs of records were called one person, how many of those are, and how many there are to find.
 *
 * @param claimed pairs that were called one person
 * @param right those of them that are
 * @param existing pairs that are one person in truth
 */
public record PairCounts(long claimed, long right, long existing) {

    public PairCounts {
        if (right < 0 || right > claimed || right > existing) {
            throw new IllegalArgumentException("The pairs that were found are among the claimed and the existing.");
        }
    }

    /** Share of the claimed pairs that are right, 0 to 1; 1 where nothing was claimed. */
    public double precision() {
        return claimed == 0 ? 1 : (double) right / claimed;
    }

    /** Share of the existing pairs that were found, 0 to 1; 1 where there was nothing to find. */
    public double recall() {
        return existing == 0 ? 1 : (double) right / existing;
    }

    /** The harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        return claimed + existing == 0 ? 1 : 2.0 * right / (claimed + existing);
    }
}
