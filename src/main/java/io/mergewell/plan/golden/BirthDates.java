package io.mergewell.plan.golden;

import io.mergewell.normalise.DateForm;
import io.mergewell.normalise.Dates;

/** When a birth date says what another says. */
final class BirthDates {

    private BirthDates() {}

    /** Whether {@code date} says at least what {@code other} says: 1971-02-03 holds 3.2.1971 and 1971. */
    static boolean holds(String date, String other) {
        if (Spelling.same(date, other)) {
            return true;
        }
        DateForm ours = Dates.of(date);
        DateForm theirs = Dates.of(other);
        return ours != null
                && theirs != null
                && holds(ours.year(), theirs.year())
                && holds(ours.month(), theirs.month())
                && holds(ours.day(), theirs.day());
    }

    /** Whether a date only fills the field, such as 1900-01-01. */
    static boolean saysNothing(String date) {
        DateForm form = Dates.of(date);
        return (form != null && form.placeholder()) || Spelling.saysNothing(date);
    }

    private static boolean holds(int part, int other) {
        return other == 0 || part == other;
    }
}
