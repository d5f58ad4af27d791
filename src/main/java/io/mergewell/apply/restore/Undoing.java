package io.mergewell.apply.restore;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes off a survivor what it has from duplicates alone. A blank that one of them filled is blank again, an e-mail,
 * phone or label that came with one of them goes; whatever else is not as it was before, somebody changed since. Consent
 * stays as it is: what was stopped is not begun again by a machine.
 */
final class Undoing {

    private final Person before;
    private final Person now;
    private final List<Person> undone;
    private final List<Person> staying;
    private final ContactOrigin origin;
    private final NavigableSet<String> changed = new TreeSet<>();
    private final NavigableSet<String> kept = new TreeSet<>();

    /**
     * Of one survivor.
     *
     * @param before the merges
     * @param undone the duplicates whose merges are taken back
     * @param staying duplicates that were merged into it as well and stay
     */
    Undoing(Person before, Person now, List<Person> undone, List<Person> staying, ContactOrigin origin) {
        this.before = before;
        this.now = now;
        this.undone = List.copyOf(undone);
        this.staying = List.copyOf(staying);
        this.origin = origin;
    }

    /** @param writes which fields can be written; asked only about those that are to change */
    WayBack wayBack(Predicate<String> writes) {
        Person wanted = new Person(
                now.id(),
                name(),
                contacts("emails", Person::emails, origin::holdsEmail),
                contacts("phones", Person::phones, origin::holdsPhone),
                organisation(),
                text("birth-date", Person::birthDate),
                address(),
                text("job-title", Person::jobTitle),
                custom(),
                facts());
        return WayBack.of(wanted, changed, kept, writes);
    }

    private @Nullable String text(String field, Function<Person, @Nullable String> value) {
        @Nullable String was = value.apply(before);
        @Nullable String is = value.apply(now);
        if (Objects.equals(was, is)) {
            return is;
        }
        if (was == null && isFrom(undone, value, is) && !isFrom(staying, value, is)) {
            changed.add(field);
            return null;
        }
        kept.add(field);
        return is;
    }

    private static boolean isFrom(List<Person> persons, Function<Person, @Nullable String> value, @Nullable String is) {
        return persons.stream().anyMatch(person -> Objects.equals(value.apply(person), is));
    }

    /** Only missing parts of a name are ever filled. */
    private PersonName name() {
        PersonName was = before.name();
        PersonName is = now.name();
        if (was.equals(is)) {
            return is;
        }
        boolean filled = was.display().equals(is.display())
                && isFilled(was.first(), is.first(), person -> person.name().first())
                && isFilled(was.last(), is.last(), person -> person.name().last());
        (filled ? changed : kept).add("name");
        return filled ? was : is;
    }

    private boolean isFilled(@Nullable String was, @Nullable String is, Function<Person, @Nullable String> value) {
        return Objects.equals(was, is) || (was == null && isFrom(undone, value, is));
    }

    private Organisation organisation() {
        text(
                "organisation",
                person -> person.organisation().id() == null
                        ? person.organisation().name()
                        : person.organisation().id());
        return changed.contains("organisation") ? before.organisation() : now.organisation();
    }

    private PostalAddress address() {
        return new PostalAddress(
                text("street", person -> person.address().street()),
                text("postcode", person -> person.address().postcode()),
                text("city", person -> person.address().city()),
                text("country", person -> person.address().country()));
    }

    private SortedMap<String, String> custom() {
        NavigableSet<String> keys = new TreeSet<>(before.custom().keySet());
        keys.addAll(now.custom().keySet());
        SortedMap<String, String> custom = new TreeMap<>();
        for (String key : keys) {
            @Nullable
            String value = text("custom." + key, person -> person.custom().get(key));
            if (value != null) {
                custom.put(key, value);
            }
        }
        return custom;
    }

    /** Whether a person holds a value of a field with several. */
    @FunctionalInterface
    interface Holds<T> {

        boolean test(Person person, T value);
    }

    private List<ContactValue> contacts(
            String field, Function<Person, List<ContactValue>> values, Holds<ContactValue> holds) {
        return many(field, values, holds, value -> holds.test(before, value) && !isOtherSpelling(values, value));
    }

    /** What the survivor held and still holds as it wrote it, it may have got once more as a duplicate wrote it. */
    private boolean isOtherSpelling(Function<Person, List<ContactValue>> values, ContactValue value) {
        List<String> own = texts(values.apply(before));
        return !own.contains(value.value())
                && texts(values.apply(now)).containsAll(own)
                && undone.stream()
                        .anyMatch(person -> texts(values.apply(person)).contains(value.value()));
    }

    private static List<String> texts(List<ContactValue> contacts) {
        return contacts.stream().map(ContactValue::value).toList();
    }

    private <T> List<T> many(String field, Function<Person, List<T>> values, Holds<T> holds, Predicate<T> isOwn) {
        List<T> stay = new ArrayList<>();
        for (T value : values.apply(now)) {
            boolean fromOutside = !isOwn.test(value);
            boolean brought = undone.stream().anyMatch(person -> holds.test(person, value));
            boolean shared = staying.stream().anyMatch(person -> holds.test(person, value));
            if (fromOutside && brought && !shared) {
                changed.add(field);
                continue;
            }
            stay.add(value);
            if (fromOutside) {
                kept.add(field);
            }
        }
        if (!values.apply(before).stream().allMatch(value -> holds.test(now, value))) {
            kept.add(field);
        }
        return stay;
    }

    private RecordFacts facts() {
        RecordFacts was = before.facts();
        RecordFacts is = now.facts();
        if (was.consent() != is.consent()) {
            kept.add("consent");
        }
        List<String> labels = many(
                "labels",
                person -> person.facts().labels(),
                (person, label) -> person.facts().labels().contains(label),
                label -> was.labels().contains(label));
        return new RecordFacts(is.ownerId(), labels, is.consent(), is.links(), is.addedAt(), is.updatedAt());
    }
}
