package io.mergewell.plan;

/**
 * How many values of a kind one record of a system can hold.
 *
 * @param emails addresses; 0 or more
 * @param phones numbers; 0 or more
 */
public record Room(int emails, int phones) {

    /** As much as anybody needs. */
    public static final Room AMPLE = new Room(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
