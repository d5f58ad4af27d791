package io.mergewell.plan.golden;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values of two records of one person become those of one record. The first record's values win. */
final class Union {

    private Union() {}

    /** A name is taken whole, so that no first name meets another's last name. */
    static PersonName names(PersonName ours, PersonName theirs) {
        return ours.display().isEmpty() && !Spelling.saysNothing(theirs.display()) ? theirs : ours;
    }

    /**
     * Ours as they are, then each address or number of theirs that brings something new, as it is written. The primary
     * one stays ours if we have any.
     *
     * @param most that a record can hold, ours included
     */
    static List<ContactValue> contacts(
            List<ContactValue> ours, List<ContactValue> theirs, Function<String, List<Contact>> cells, int most) {
        List<ContactValue> united = new ArrayList<>(ours);
        List<ContactKey> held = new ArrayList<>();
        ours.forEach(cell -> cells.apply(cell.value()).forEach(contact -> held.addAll(contact.keys())));
        for (ContactValue cell : primaryFirst(theirs)) {
            for (Contact contact : cells.apply(cell.value())) {
                if (united.size() < most && !contact.remark() && !contact.isHeldBy(held)) {
                    held.addAll(contact.keys());
                    united.add(new ContactValue(contact.value(), cell.label(), cell.primary() && united.isEmpty()));
                }
            }
        }
        return united;
    }

    private static List<ContactValue> primaryFirst(List<ContactValue> cells) {
        return cells.stream()
                .sorted(Comparator.comparing(cell -> !cell.primary()))
                .toList();
    }

    static Organisation organisations(Organisation ours, Organisation theirs) {
        if (ours.equals(Organisation.NONE)) {
            return theirs;
        }
        boolean bringsTheId = ours.id() == null && Fields.same(ours, theirs);
        return bringsTheId ? new Organisation(theirs.id(), ours.name()) : ours;
    }

    /** Blank parts are filled only from what is visibly the same address: two halves make no address. */
    static PostalAddress addresses(PostalAddress ours, PostalAddress theirs) {
        if (!ours.equals(PostalAddress.NONE) && !isSameAddress(ours, theirs)) {
            return ours;
        }
        return new PostalAddress(
                texts(ours.street(), theirs.street()),
                texts(ours.postcode(), theirs.postcode()),
                texts(ours.city(), theirs.city()),
                texts(ours.country(), theirs.country()));
    }

    /** A text that says nothing, such as {@code n/a}, fills no blank. */
    static @Nullable String texts(@Nullable String ours, @Nullable String theirs) {
        return ours != null || theirs == null || Spelling.saysNothing(theirs) ? ours : theirs;
    }

    /** A date that says nothing, such as 1900-01-01, fills no blank. */
    static @Nullable String birthDates(@Nullable String ours, @Nullable String theirs) {
        return ours != null || theirs == null || BirthDates.saysNothing(theirs) ? ours : theirs;
    }

    static SortedMap<String, String> custom(SortedMap<String, String> ours, SortedMap<String, String> theirs) {
        SortedMap<String, String> united = new TreeMap<>(theirs);
        united.putAll(ours);
        return united;
    }

    static List<String> labels(List<String> ours, List<String> theirs) {
        Set<String> united = new LinkedHashSet<>(ours);
        united.addAll(theirs);
        return List.copyOf(united);
    }

    private static boolean isSameAddress(PostalAddress ours, PostalAddress theirs) {
        List<Match> parts = List.of(
                Match.of(ours.street(), theirs.street()),
                Match.of(ours.postcode(), theirs.postcode()),
                Match.of(ours.city(), theirs.city()),
                Match.of(ours.country(), theirs.country()));
        return parts.contains(Match.SAME) && !parts.contains(Match.DIFFERENT);
    }

    private enum Match {
        SAME,
        DIFFERENT,
        UNKNOWN;

        static Match of(@Nullable String ours, @Nullable String theirs) {
            if (ours == null || theirs == null) {
                return UNKNOWN;
            }
            return Spelling.same(ours, theirs) ? SAME : DIFFERENT;
        }
    }
}
