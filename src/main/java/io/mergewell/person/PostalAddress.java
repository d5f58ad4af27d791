package io.mergewell.person;

import org.jspecify.annotations.Nullable;

/** An address as the system holds it; any part may be missing. */
public record PostalAddress(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country) {

    public static final PostalAddress NONE = new PostalAddress(null, null, null, null);

    public PostalAddress {
        street = Text.orNull(street);
        postcode = Text.orNull(postcode);
        city = Text.orNull(city);
        country = Text.orNull(country);
    }
}
