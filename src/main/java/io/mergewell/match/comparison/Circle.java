package io.mergewell.match.comparison;

/** Who shares values without being one human being. */
public enum Circle {
    /** Spouses, parents, children: one family name, one address, often one mailbox and phone. */
    HOUSEHOLD {
        @Override
        public boolean showsIn(String field) {
            return field.equals("family name");
        }

        @Override
        public boolean shares(String field, int level) {
            return switch (field) {
                case "family name", "e-mail", "phone", "street", "postcode", "city", "country" -> true;
                default -> false;
            };
        }
    },
    /** Colleagues: one organisation, one switchboard, addresses made after one pattern. */
    WORKPLACE {
        @Override
        public boolean showsIn(String field) {
            return switch (field) {
                case "organisation", "phone", "e-mail" -> true;
                default -> false;
            };
        }

        @Override
        public boolean shares(String field, int level) {
            return switch (field) {
                case "organisation", "phone", "street", "postcode", "city", "country" -> true;
                case "e-mail" -> level > 1;
                default -> false;
            };
        }
    };

    /** Whether agreement on a field is a sign of the circle. */
    public abstract boolean showsIn(String field);

    /** Whether members of the circle often have values in a field that are alike as much as a level says. */
    public abstract boolean shares(String field, int level);
}
