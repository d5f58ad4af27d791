package io.mergewell.plan.golden;

import io.mergewell.normalise.PhoneForm;
import org.jspecify.annotations.Nullable;

/**
 * What makes two e-mails or two phone numbers one.
 *
 * @param exact the address; the number with its country and extension; a text that is neither, as it is written
 * @param line national number with its extension; null of all but a phone number
 * @param placed whether the country of a number is known
 */
record ContactKey(String exact, @Nullable String line, boolean placed) {

    static ContactKey of(String exact) {
        return new ContactKey(exact, null, false);
    }

    static ContactKey of(PhoneForm form) {
        String extension = form.extension().isEmpty() ? "" : "x" + form.extension();
        boolean dialled = form.valid() && !form.national().isEmpty();
        return new ContactKey(
                (form.international() ? "+" : "") + form.digits() + extension,
                dialled ? form.national() + extension : null,
                form.international());
    }

    /**
     * Whether both are one: equal, or numbers with the same national number of which at most one says its country. {@code
     * 069 72591380} is {@code +49 69 72591380}, but that is not {@code +43 69 72591380}.
     */
    boolean isSame(ContactKey other) {
        return exact.equals(other.exact) || (line != null && line.equals(other.line) && !(placed && other.placed));
    }
}
