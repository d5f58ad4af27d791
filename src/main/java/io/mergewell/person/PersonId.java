package io.mergewell.person;

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
        int byValue = number ? compareNumbers(significant(value), significant(other.value)) : 0;
        return byValue != 0 ? byValue : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Numbers without zeros in front: the longer is the greater. */
    private static int compareNumbers(String one, String other) {
        return one.length() != other.length() ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }

    private static String significant(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }
}
