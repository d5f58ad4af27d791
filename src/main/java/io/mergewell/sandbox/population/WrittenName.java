package io.mergewell.sandbox.population;

import io.mergewell.person.PersonName;
import io.mergewell.sandbox.world.Identity;
import java.util.function.UnaryOperator;

/**
 * A name on its way into a record.
 *
 * @param before what stands before it, such as a title; may be empty
 * @param behind what stands behind it, such as Jr.; may be empty
 */
record WrittenName(String before, String given, String family, String behind, Form form) {

    /** How the parts are put together. */
    enum Form {
        /** Will Smith. */
        NATURAL,
        /** Smith, Will, which the CRM splits at the space. */
        COMMA,
        /** The family name in the field for the given name. */
        SWAPPED,
        /** 王伟: family name first and no space. */
        JOINED,
        GIVEN_ONLY,
        FAMILY_ONLY
    }

    static WrittenName of(Identity identity) {
        String generation = identity.generation();
        return new WrittenName(
                "",
                identity.givenName(),
                identity.familyName(),
                generation == null ? "" : generation,
                identity.ownScript() && identity.roots().familyFirst() ? Form.JOINED : Form.NATURAL);
    }

    WrittenName withTitle(String title) {
        return new WrittenName(title, given, family, behind, form);
    }

    WrittenName withGiven(String other) {
        return new WrittenName(before, other, family, behind, form);
    }

    WrittenName withFamily(String other) {
        return new WrittenName(before, given, other, behind, form);
    }

    WrittenName withoutGeneration() {
        return new WrittenName(before, given, family, "", form);
    }

    WrittenName in(Form other) {
        return new WrittenName(before, given, family, behind, other);
    }

    WrittenName spelled(UnaryOperator<String> spelling) {
        return new WrittenName(
                spelling.apply(before), spelling.apply(given), spelling.apply(family), spelling.apply(behind), form);
    }

    PersonName onCard() {
        String first = (before + " " + given).strip();
        String last = (family + " " + behind).strip();
        return switch (form) {
            case NATURAL -> new PersonName(first + " " + last, first, last);
            case COMMA -> new PersonName(last + ", " + first, last + ",", first);
            case SWAPPED -> new PersonName(last + " " + first, last, first);
            case JOINED -> new PersonName(family + given, given, family);
            case GIVEN_ONLY -> new PersonName(first, first, null);
            case FAMILY_ONLY -> new PersonName(last, null, last);
        };
    }
}
