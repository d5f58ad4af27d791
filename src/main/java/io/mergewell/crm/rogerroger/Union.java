package io.mergewell.crm.rogerroger;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person as it is, with what it shall hold besides: lists united, blanks filled, nothing taken away.
 *
 * @param united both in one
 * @param filled the fields in which it lacks something now, by the names that {@link RogerRogerWriter#writes} knows
 */
record Union(Person united, SortedSet<String> filled) {

    static Union of(Person now, Person wanted) {
        Filling filling = new Filling();
        PostalAddress ours = now.address();
        PostalAddress theirs = wanted.address();
        Person united = new Person(
                now.id(),
                filling.name(now.name(), wanted.name()),
                filling.contacts("emails", now.emails(), wanted.emails()),
                filling.contacts("phones", now.phones(), wanted.phones()),
                filling.organisation(now.organisation(), wanted.organisation()),
                now.birthDate(),
                new PostalAddress(
                        filling.text("street", ours.street(), theirs.street()),
                        filling.text("postcode", ours.postcode(), theirs.postcode()),
                        filling.text("city", ours.city(), theirs.city()),
                        filling.text("country", ours.country(), theirs.country())),
                filling.text("job-title", now.jobTitle(), wanted.jobTitle()),
                filling.custom(now.custom(), wanted.custom()),
                filling.facts(now.facts(), wanted.facts()));
        return new Union(united, filling.fields);
    }

    /** Notes which fields it fills. */
    private static final class Filling {
        private final SortedSet<String> fields = new TreeSet<>();

        PersonName name(PersonName ours, PersonName theirs) {
            boolean fills = ours.display().isEmpty() && !theirs.display().isEmpty();
            return fills ? noted("name", theirs) : ours;
        }

        List<ContactValue> contacts(String field, List<ContactValue> ours, List<ContactValue> theirs) {
            Set<String> held = new LinkedHashSet<>();
            ours.forEach(contact -> held.add(key(contact)));
            List<ContactValue> united = new ArrayList<>(ours);
            theirs.stream().filter(contact -> held.add(key(contact))).forEach(united::add);
            return united.size() > ours.size() ? noted(field, united) : ours;
        }

        Organisation organisation(Organisation ours, Organisation theirs) {
            return ours.id() == null && theirs.id() != null ? noted("organisation", theirs) : ours;
        }

        @Nullable
        String text(String field, @Nullable String ours, @Nullable String theirs) {
            return ours == null && theirs != null ? noted(field, theirs) : ours;
        }

        SortedMap<String, String> custom(SortedMap<String, String> ours, SortedMap<String, String> theirs) {
            SortedMap<String, String> united = new TreeMap<>(ours);
            theirs.forEach((key, value) -> {
                if (PersonRecord.CUSTOM.contains(key) && !ours.containsKey(key)) {
                    united.put(key, noted(PatchBody.CUSTOM + key, value));
                }
            });
            return united;
        }

        RecordFacts facts(RecordFacts ours, RecordFacts theirs) {
            Set<String> labels = new LinkedHashSet<>(ours.labels());
            if (labels.addAll(theirs.labels())) {
                fields.add("labels");
            }
            return new RecordFacts(
                    ours.ownerId(),
                    List.copyOf(labels),
                    ours.consent(),
                    ours.links(),
                    ours.addedAt(),
                    ours.updatedAt());
        }

        private <T> T noted(String field, T value) {
            fields.add(field);
            return value;
        }

        /** The system may write an address in lower case and a number without blanks. */
        private static String key(ContactValue contact) {
            String value = contact.value();
            boolean address = value.indexOf('@') >= 0 || !value.matches(".*\\d.*");
            return address ? value.toLowerCase(Locale.ROOT) : value.replaceAll("[\\s().\\-/]", "");
        }
    }
}
