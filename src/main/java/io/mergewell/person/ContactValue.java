package io.mergewell.person;

import org.jspecify.annotations.Nullable;

/**
 * One e-mail address or phone number as the system holds it.
 *
 * @param value as written, never blank
 * @param label such as {@code work}; null where the system has none
 * @param primary whether the system uses this one first
 */
public record ContactValue(String value, @Nullable String label, boolean primary) {

    public ContactValue {
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A contact value is never blank.");
        }
        label = Text.orNull(label);
    }

    /** A value without label that is not the primary one. */
    public static ContactValue of(String value) {
        return new ContactValue(value, null, false);
    }
}
