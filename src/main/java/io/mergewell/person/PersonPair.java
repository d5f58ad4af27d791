package io.mergewell.person;

/** Two different persons, whichever way round they were named: {@code first} is the lower id. */
public record PersonPair(PersonId first, PersonId second) {

    public PersonPair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("A pair names its lower id first: use PersonPair.of.");
        }
    }

    /** The pair of two ids in either order. */
    public static PersonPair of(PersonId one, PersonId other) {
        return one.compareTo(other) < 0 ? new PersonPair(one, other) : new PersonPair(other, one);
    }
}
