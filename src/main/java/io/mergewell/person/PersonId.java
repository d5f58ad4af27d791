package io.mergewell.person;

import java.math.BigInteger;

/**
 * A person's id in the system it came from, kept as that system writes it.
 *
 * <p>The order is the one people expect of "lowest id": whole numbers by value and before anything else, other ids by
 * code point.
 *
 * @param value never blank, at most 200 characters
 */
public record PersonId(String value) implements Comparable<PersonId> {

    private static final int MAX_LENGTH = 200;

    public PersonId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A person id has 1 to " + MAX_LENGTH + " characters.");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        boolean number = isNumber(value);
        if (number != isNumber(other.value)) {
            return number ? -1 : 1;
        }
        int byValue = number ? new BigInteger(value).compareTo(new BigInteger(other.value)) : 0;
        return byValue != 0 ? byValue : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
