package io.mergewell.store.mirror;

/** How a read ended. */
public sealed interface Completion {

    /**
     * The mirror is whole again.
     *
     * @param persons it holds now
     * @param vanished those that were deleted in the CRM since the last full read; 0 unless everything was read
     */
    record Whole(long persons, long vanished) implements Completion {}

    /**
     * A full read found far fewer persons than the one before, so it is not believed: roll it back, then call
     * {@link Readings#doubt}.
     *
     * @param found persons of this read
     * @param expected persons of the mirror, which stays as it is
     */
    record TooFew(long found, long expected) implements Completion {}
}
