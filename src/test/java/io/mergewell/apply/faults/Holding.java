package io.mergewell.apply.faults;

import io.mergewell.normalise.Emails;
import io.mergewell.normalise.Phones;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What must not be lost of a person.
 *
 * @param emails each address in comparable form
 * @param phones each national number
 * @param links how many of each kind that adds up when persons become one
 * @param followers at least so many
 * @param untouched the whole record while nobody has done anything to it; null afterwards
 */
record Holding(
        Set<String> emails,
        Set<String> phones,
        Map<String, Integer> links,
        int followers,
        @Nullable JsonNode untouched) {

    private static final Phones PHONES = new Phones("US");
    private static final List<String> LINKS = List.of(
            "open_deals_count",
            "closed_deals_count",
            "participant_open_deals_count",
            "participant_closed_deals_count",
            "activities_count",
            "notes_count",
            "files_count",
            "email_messages_count");

    static Holding of(JsonNode person) {
        Set<String> emails = new TreeSet<>();
        person.path("emails").forEach(email -> emails.addAll(addresses(value(email))));
        Set<String> phones = new TreeSet<>();
        person.path("phones").forEach(phone -> phones.addAll(numbers(value(phone))));
        Map<String, Integer> links = new TreeMap<>();
        LINKS.forEach(kind -> links.put(kind, person.path(kind).intValue(0)));
        return new Holding(emails, phones, links, person.path("followers_count").intValue(0), person);
    }

    /** What both hold together. */
    Holding united(Holding other) {
        Set<String> allEmails = new TreeSet<>(emails);
        allEmails.addAll(other.emails);
        Set<String> allPhones = new TreeSet<>(phones);
        allPhones.addAll(other.phones);
        Map<String, Integer> sum = new TreeMap<>(links);
        other.links.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
        return new Holding(allEmails, allPhones, sum, Math.max(followers, other.followers), null);
    }

    Holding touched() {
        return new Holding(emails, phones, links, followers, null);
    }

    int linked() {
        return links.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** In words what {@code now} lacks of this. @param waived values that may be lost */
    List<String> missingIn(Holding now, Set<String> waived) {
        List<String> missing = new ArrayList<>();
        Set<String> lostEmails = new TreeSet<>(emails);
        lostEmails.removeAll(now.emails);
        waived.forEach(value -> lostEmails.removeAll(addresses(value)));
        Set<String> lostPhones = new TreeSet<>(phones);
        lostPhones.removeAll(now.phones);
        waived.forEach(value -> lostPhones.removeAll(numbers(value)));
        lostEmails.forEach(email -> missing.add("lost the e-mail " + email));
        lostPhones.forEach(phone -> missing.add("lost the phone " + phone));
        links.forEach((kind, count) -> {
            if (now.links.getOrDefault(kind, 0) < count) {
                missing.add("lost linked records: " + kind + " is less than " + count);
            }
        });
        if (now.followers < followers) {
            missing.add("lost linked records: fewer followers than " + followers);
        }
        if (untouched != null && !untouched.equals(now.untouched)) {
            missing.add("was changed, though nobody is known to have done so");
        }
        return missing;
    }

    private static String value(JsonNode contact) {
        return contact.path("value").asString("");
    }

    private static List<String> addresses(String cell) {
        return Emails.of(cell).stream().map(form -> form.address()).toList();
    }

    private static List<String> numbers(String cell) {
        return PHONES.of(cell).stream()
                .map(form -> form.national() + " " + form.extension())
                .toList();
    }
}
