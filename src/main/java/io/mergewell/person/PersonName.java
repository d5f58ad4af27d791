package io.mergewell.person;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name as the system holds it, untouched. Systems keep the full name, its parts, or both.
 *
 * @param full the name in one field; null where the system keeps parts only
 * @param first given name or names; null where unknown
 * @param last family name or names; null where unknown
 */
public record PersonName(
        @Nullable String full,
        @Nullable String first,
        @Nullable String last) {

    public static final PersonName NONE = new PersonName(null, null, null);

    public PersonName {
        full = Text.orNull(full);
        first = Text.orNull(first);
        last = Text.orNull(last);
    }

    /** The name as a reader expects it: the full name, else first and last; empty where there is none. */
    public String display() {
        if (full != null) {
            return full;
        }
        if (first != null && last != null) {
            return first + " " + last;
        }
        return Objects.requireNonNullElse(first != null ? first : last, "");
    }
}
