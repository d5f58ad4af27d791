package io.mergewell.plan.golden;

import io.mergewell.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a person, and when one record holds what another has in it. */
sealed interface Field {

    /** In a reader's words. */
    String name();

    /** The values that {@code other} has and {@code holder} lacks, as written. */
    List<String> lacking(Person holder, Person other);

    /**
     * A field with one value.
     *
     * @param value as written; null where there is none
     * @param holds asked only if the second person has a value: whether the first holds it
     */
    record One(String name, Function<Person, @Nullable String> value, BiPredicate<Person, Person> holds)
            implements Field {

        @Override
        public List<String> lacking(Person holder, Person other) {
            String theirs = value.apply(other);
            return theirs == null || holds.test(holder, other) ? List.of() : List.of(theirs);
        }
    }

    /**
     * A field with any number of values.
     *
     * @param holds whether the person holds this value
     */
    record Many(String name, Function<Person, List<String>> values, BiPredicate<Person, String> holds)
            implements Field {

        @Override
        public List<String> lacking(Person holder, Person other) {
            return values.apply(other).stream()
                    .filter(value -> !holds.test(holder, value))
                    .toList();
        }
    }

    /**
     * A field with any number of e-mails or phone numbers.
     *
     * @param contacts all of a person, of whatever cells
     */
    record Contacts(String name, Function<Person, List<Contact>> contacts) implements Field {

        @Override
        public List<String> lacking(Person holder, Person other) {
            List<ContactKey> held = new ArrayList<>();
            contacts.apply(holder).forEach(contact -> held.addAll(contact.keys()));
            List<String> lacking = new ArrayList<>();
            for (Contact contact : contacts.apply(other)) {
                if (!contact.isHeldBy(held)) {
                    lacking.add(contact.value());
                    held.addAll(contact.keys());
                }
            }
            return lacking;
        }
    }
}
