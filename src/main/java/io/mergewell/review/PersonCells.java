package io.mergewell.review;

import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PostalAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's values in a reader's words, one cell each, safe for no spreadsheet yet; empty where there is none. */
public final class PersonCells {

    /** Not a semicolon: some spreadsheets cut cells there. */
    static final String BETWEEN = " | ";

    private PersonCells() {}

    /** As a reader expects it. */
    public static String name(Person person) {
        return person.name().display();
    }

    static String emails(Person person) {
        return contacts(person.emails());
    }

    static String phones(Person person) {
        return contacts(person.phones());
    }

    /** With its id, where it has one. */
    public static String organisation(Person person) {
        return person.organisation().display();
    }

    /** As written. */
    public static String birthDate(Person person) {
        return orEmpty(person.birthDate());
    }

    /** As written. */
    public static String jobTitle(Person person) {
        return orEmpty(person.jobTitle());
    }

    /** In one line. */
    public static String address(Person person) {
        PostalAddress address = person.address();
        return Stream.of(address.street(), address.postcode(), address.city(), address.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    static String custom(Person person) {
        return person.custom().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(BETWEEN));
    }

    /** The id of the user who owns the record. */
    public static String owner(Person person) {
        return orEmpty(person.facts().ownerId());
    }

    static String labels(Person person) {
        return String.join(BETWEEN, person.facts().labels());
    }

    /** In words; empty where the system keeps none. */
    public static String consent(Person person) {
        Consent consent = person.facts().consent();
        return consent == Consent.NOT_KEPT ? "" : words(consent);
    }

    /** Such as {@code 3 deals, 1 note}; leads are named only where they are known, because lists never count them. */
    public static String links(Person person) {
        LinkedRecords links = person.facts().links();
        if (links.counts().isEmpty()) {
            return "unknown";
        }
        List<String> words = new ArrayList<>();
        for (LinkKind kind : LinkKind.values()) {
            links.count(kind)
                    .ifPresentOrElse(count -> addUnlessZero(words, count, kind), () -> addUnknown(words, kind));
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** When the record was made, to the second. */
    public static String added(Person person) {
        return instant(person.facts().addedAt());
    }

    /** When the record was changed last, to the second. */
    public static String updated(Person person) {
        return instant(person.facts().updatedAt());
    }

    /** An enum constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void addUnlessZero(List<String> words, int count, LinkKind kind) {
        if (count > 0) {
            words.add(kind.counted(count));
        }
    }

    private static void addUnknown(List<String> words, LinkKind kind) {
        if (kind != LinkKind.LEADS && kind != LinkKind.FOLLOWERS) {
            words.add(words(kind) + " unknown");
        }
    }

    private static String contacts(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value).collect(Collectors.joining(BETWEEN));
    }

    private static String instant(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
