package io.mergewell.match.comparison;

import java.util.Set;

/** Who shares values without being one human being. */
public enum Circle {
    /** Spouses, parents, children: one family name, one address, often one mailbox and phone. */
    HOUSEHOLD(Set.of("family name"), Set.of("family name", "e-mail", "phone", "street", "postcode", "city", "country")),
    /** Colleagues: one organisation, one switchboard, addresses made after one pattern. */
    WORKPLACE(
            Set.of("organisation", "phone", "e-mail"),
            Set.of("e-mail", "phone", "street", "postcode", "city", "country", "organisation"));

    private final Set<String> signs;
    private final Set<String> shared;

    Circle(Set<String> signs, Set<String> shared) {
        this.signs = signs;
        this.shared = shared;
    }

    /** Whether agreement on a field is a sign of the circle. */
    public boolean showsIn(String field) {
        return signs.contains(field);
    }

    /** Whether members of the circle have alike values in a field; one mailbox to the letter colleagues seldom have. */
    public boolean shares(String field, int level) {
        return shared.contains(field) && !(this == WORKPLACE && level == 1 && field.equals("e-mail"));
    }
}
