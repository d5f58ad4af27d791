package io.mergewell.plan.golden;

/**
 * A value of a person.
 *
 * @param field in a reader's words
 * @param value as written
 */
public record FieldValue(String field, String value) {

    public boolean isEmail() {
        return field.equals(Fields.EMAIL);
    }

    /** Whether somebody can be reached by it. */
    public boolean isContact() {
        return isEmail() || field.equals(Fields.PHONE);
    }

    /** Such as {@code birth date: 1971-02-03}. */
    public String text() {
        return field + ": " + value;
    }

    @Override
    public String toString() {
        return "FieldValue[" + field + "]";
    }
}
