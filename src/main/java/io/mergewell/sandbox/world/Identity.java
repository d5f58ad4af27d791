package io.mergewell.sandbox.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is.
 *
 * @param home the country of phone and employer
 * @param roots where the name comes from, mostly the same
 * @param middle a middle name; null for none
 * @param family in the form the person bears
 * @param generation such as Jr.; null for none
 * @param ownScript whether the person writes the name in the script of the roots
 */
public record Identity(
        Culture home,
        Culture roots,
        boolean female,
        Word given,
        @Nullable Word middle,
        Word family,
        @Nullable String generation,
        boolean ownScript,
        LocalDate born) {

    /** The given name as the person writes it. */
    public String givenName() {
        return ownScript ? given.written() : given.inLatin();
    }

    /** The family name as the person writes it. */
    public String familyName() {
        return ownScript ? family.written() : family.inLatin();
    }

    /** The same person with another family name, such as a husband's. */
    public Identity withFamily(Word other) {
        return new Identity(home, roots, female, given, middle, other, generation, ownScript, born);
    }

    /** The same person with a generation behind the name. */
    public Identity withGeneration(String other) {
        return new Identity(home, roots, female, given, middle, family, other, ownScript, born);
    }

    /** Somebody of the same name, born on another day. */
    public Identity bornOn(LocalDate date) {
        return new Identity(home, roots, female, given, middle, family, generation, ownScript, date);
    }

    /** Another given name of the same culture and sex, with a birth date. */
    Identity withGiven(Word other, LocalDate date) {
        return new Identity(home, roots, female, other, null, family, generation, ownScript, date);
    }

    String mailFirst() {
        return mailPart(given.inLatin());
    }

    String mailLast() {
        return mailPart(family.inLatin());
    }

    private String mailPart(String name) {
        String part = roots.mailPart(name);
        return part.isEmpty() ? "x" : part;
    }
}
