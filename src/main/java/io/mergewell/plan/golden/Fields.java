package io.mergewell.plan.golden;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All fields of a person, in the order in which a reader meets them. */
final class Fields {

    static final String NAME = "name";
    static final String EMAIL = "e-mail";
    static final String PHONE = "phone";
    static final String ORGANISATION = "organisation";
    static final String JOB_TITLE = "job title";
    static final String STREET = "street";
    static final String POSTCODE = "postcode";
    static final String CITY = "city";

    private final List<Field> standard;

    Fields(ContactCells cells) {
        standard = List.of(
                new Field.One(NAME, Fields::name, Fields::holdsName),
                contacts(EMAIL, Person::emails, cells::emails),
                contacts(PHONE, Person::phones, cells::phones),
                new Field.One("birth date", Fields::birthDate, Fields::holdsBirthDate),
                new Field.One(ORGANISATION, Fields::organisation, Fields::holdsOrganisation),
                text(JOB_TITLE, Person::jobTitle),
                text(STREET, person -> person.address().street()),
                text(POSTCODE, person -> person.address().postcode()),
                text(CITY, person -> person.address().city()),
                text("country", person -> person.address().country()),
                new Field.Many("label", person -> person.facts().labels(), (person, label) -> person.facts()
                        .labels()
                        .contains(label)));
    }

    Field name() {
        return standard.get(0);
    }

    /** The standard fields, then the further ones that this person has. */
    List<Field> of(Person person) {
        List<Field> fields = new ArrayList<>(standard);
        person.custom().keySet().forEach(key -> fields.add(custom(key)));
        return fields;
    }

    static boolean same(Organisation one, Organisation other) {
        if (one.id() != null && other.id() != null) {
            return one.id().equals(other.id());
        }
        return one.name() != null && other.name() != null && Spelling.same(one.name(), other.name());
    }

    private static Field contacts(
            String name, Function<Person, List<ContactValue>> values, Function<String, List<Contact>> cells) {
        return new Field.Contacts(name, person -> values.apply(person).stream()
                .flatMap(contact -> cells.apply(contact.value()).stream())
                .toList());
    }

    /** A text that is not lost if it says nothing, such as {@code n/a}. */
    private static Field text(String name, Function<Person, @Nullable String> value) {
        return new Field.One(name, value, (holder, other) -> {
            String ours = value.apply(holder);
            String theirs = value.apply(other);
            return theirs == null || Spelling.saysNothing(theirs) || (ours != null && Spelling.same(ours, theirs));
        });
    }

    /** Nobody knows what {@code 0} or {@code none} means in a field of a customer's own, so all that differs is lost. */
    private static Field custom(String key) {
        return new Field.One("custom." + key, person -> person.custom().get(key), (holder, other) -> {
            String ours = holder.custom().get(key);
            String theirs = other.custom().get(key);
            return theirs == null || (ours != null && Spelling.same(ours, theirs));
        });
    }

    private static @Nullable String name(Person person) {
        String name = person.name().display();
        return name.isEmpty() ? null : name;
    }

    private static boolean holdsName(Person holder, Person other) {
        String theirs = other.name().display();
        return Spelling.nameHolds(holder.name().display(), theirs) || Spelling.saysNothing(theirs);
    }

    private static @Nullable String birthDate(Person person) {
        return person.birthDate();
    }

    private static boolean holdsBirthDate(Person holder, Person other) {
        String ours = holder.birthDate();
        String theirs = other.birthDate();
        return theirs == null || BirthDates.saysNothing(theirs) || (ours != null && BirthDates.holds(ours, theirs));
    }

    private static @Nullable String organisation(Person person) {
        String organisation = person.organisation().display();
        return organisation.isEmpty() ? null : organisation;
    }

    private static boolean holdsOrganisation(Person holder, Person other) {
        return same(holder.organisation(), other.organisation());
    }
}
