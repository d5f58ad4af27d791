package io.mergewell.plan.golden;

import io.mergewell.normalise.Organisations;
import io.mergewell.normalise.Streets;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PostalAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that goes is only another way to write what stays, so that nobody misses it. Contacts, dates and
 * fields of a customer's own never are.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><th>stays</th><th>goes</th><th>why</th></tr>
 * <tr><td>Sales Manager</td><td>Sales Mangaer</td><td>a typo, the same numbers</td></tr>
 * <tr><td>Acme GmbH &amp; Co. KG</td><td>Acme</td><td>but for the legal form the same</td></tr>
 * <tr><td>12 Harbour Street, Kimberley</td><td>12 Harbor St</td><td>each word of the street is in the address that stays</td></tr>
 * <tr><td>4814, 5 Elm Street, Bittern</td><td>4184, 5 Elm Street, Bittern</td><td>one house has one postcode</td></tr>
 * <tr><td>4814, 5 Elm Street, Bittern</td><td>4814, 5 Elm Street, Hastings</td><td>and is in one city</td></tr>
 * </table>
 */
final class Respelt {

    private Respelt() {}

    static boolean test(Field field, Person stays, Person goes) {
        return switch (field.name()) {
            case Fields.JOB_TITLE -> isTypo(stays.jobTitle(), goes.jobTitle());
            case Fields.ORGANISATION -> organisation(stays.organisation(), goes.organisation());
            case Fields.STREET -> street(stays.address(), goes.address());
            case Fields.CITY -> city(stays.address(), goes.address());
            case Fields.POSTCODE -> postcode(stays.address(), goes.address());
            default -> false;
        };
    }

    private static boolean organisation(Organisation stays, Organisation goes) {
        if (stays.name() == null || goes.name() == null || (stays.id() != null && goes.id() != null)) {
            return false;
        }
        String ours = Organisations.of(stays.name());
        return Spelling.isTypo(stays.name(), goes.name())
                || (!ours.isEmpty() && ours.equals(Organisations.of(goes.name())));
    }

    /** Lists say the city once more where the street should be, and leave out what is not needed to find a house. */
    private static boolean street(PostalAddress stays, PostalAddress goes) {
        if (stays.street() == null || goes.street() == null) {
            return false;
        }
        return Spelling.isTypo(stays.street(), goes.street())
                || holds(words(stays.street(), stays.city()), words(goes.street(), null));
    }

    /** In their order: in "Flat 3, 14 High Street" there is no "3 High Street". */
    private static boolean holds(List<String> stays, List<String> goes) {
        return !goes.isEmpty() && Collections.indexOfSubList(stays, goes) >= 0;
    }

    private static List<String> words(String street, @Nullable String city) {
        List<String> words = new ArrayList<>(Streets.tokens(street));
        if (city != null) {
            words.addAll(Streets.tokens(city));
        }
        return words;
    }

    /** A house has one postcode and one city: where one of the two is the same, the other is written otherwise. */
    private static boolean city(PostalAddress stays, PostalAddress goes) {
        return isTypo(stays.city(), goes.city())
                || (stays.city() != null
                        && goes.city() != null
                        && saysTheSame(stays.postcode(), goes.postcode())
                        && isSameHouse(stays, goes));
    }

    private static boolean postcode(PostalAddress stays, PostalAddress goes) {
        return stays.postcode() != null
                && goes.postcode() != null
                && saysTheSame(stays.city(), goes.city())
                && isSameHouse(stays, goes);
    }

    private static boolean isSameHouse(PostalAddress stays, PostalAddress goes) {
        return saysTheSame(stays.street(), goes.street()) || street(stays, goes);
    }

    private static boolean saysTheSame(@Nullable String ours, @Nullable String theirs) {
        return ours != null && theirs != null && (Spelling.same(ours, theirs) || Spelling.isTypo(ours, theirs));
    }

    private static boolean isTypo(@Nullable String ours, @Nullable String theirs) {
        return ours != null && theirs != null && Spelling.isTypo(ours, theirs);
    }
}
