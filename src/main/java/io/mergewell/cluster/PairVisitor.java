package io.mergewell.cluster;

/** Takes compared pairs, one by one. */
@FunctionalInterface
public interface PairVisitor {

    /**
     * One pair of records, which are numbers from 0 in the order of their ids.
     *
     * @param a the smaller record
     * @param b the larger
     * @param probability calibrated match probability, 0 to 1
     * @param levels the {@link io.mergewell.match.comparison.LevelVector} of the pair
     */
    void visit(int a, int b, double probability, long levels);
}
