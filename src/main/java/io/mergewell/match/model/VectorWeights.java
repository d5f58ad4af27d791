package io.mergewell.match.model;

/**
 * What a level vector weighs, before the rarity of values is known.
 *
 * @param bits by comparison
 * @param excess by comparison: the share, above the background, that stronger agreements explain
 * @param sum of the bits
 */
record VectorWeights(double[] bits, double[] excess, double sum) {

    /** Of a vector that cannot be a match, whatever the values. */
    static final VectorWeights HOPELESS = new VectorWeights(new double[0], new double[0], Double.NEGATIVE_INFINITY);

    boolean isHopeless() {
        return bits.length == 0;
    }
}
