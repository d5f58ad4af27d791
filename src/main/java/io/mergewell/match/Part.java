package io.mergewell.match;

/**
 * Parts of the matching path that can be left out, to measure what each of them earns. Matching uses them all; nothing
 * but such a measurement leaves one out, and no job file can.
 */
public enum Part {
    /** Blocking: MinHash bands for records that share no key in spite of being alike. */
    RESCUE("no MinHash rescue"),
    /** Blocking: two weak keys together, such as a name's sound and a city. */
    CONJUNCTIONS("no two weak keys together"),
    /** Blocking: keys made of what a name sounds like. */
    SOUNDS("no keys by the sound of names"),
    /** Comparison: given and family name the other way round. */
    SWAPS("names never swapped"),
    /** Comparison: Bill is William. */
    NICKNAMES("no nicknames"),
    /** Model: fields that depend on one another are not counted twice. */
    DEPENDENCE("fields taken as independent"),
    /** Model: agreement on a rare value weighs more. */
    RARITY("rare values weigh no more"),
    /** Model: values are counted once per human being, not per record. */
    HUMAN_COUNTS("values counted per record"),
    /** Model: what true pairs agree on is learned, not assumed. */
    LEARNING("m as assumed, not learned"),
    /** Model: posteriors are sharpened before they count in training. */
    SHARPENING("posteriors not sharpened"),
    /** Model: two of one household or workplace explain a pair, too. */
    RIVALS("no households, no workplaces"),
    /** Model and clusters: all once more when it is known who is who. */
    SECOND_ROUND("no second round"),
    /** Clusters: by the mean weight of all pairs across, instead of whatever one pair connects. */
    AVERAGE_LINKAGE("whatever one pair connects"),
    /** Clusters: records that contradict each other stay apart. */
    CONTRADICTIONS("contradictions not heeded");

    private final String without;

    Part(String without) {
        this.without = without;
    }

    /** What matching is like without it, in a reader's words. */
    public String without() {
        return without;
    }
}
