package io.mergewell.crm.csv;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cell of a row is what. */
final class ColumnMap {

    private static final SortedMap<String, String> NOTHING = Collections.emptySortedMap();
    private static final int ABSENT = -1;

    private final int id;
    private final int[] name;
    private final int[] firstName;
    private final int[] lastName;
    private final int[] emails;
    private final int[] phones;
    private final int organisation;
    private final int birthDate;
    private final int[] street;
    private final int postcode;
    private final int city;
    private final int country;
    private final int jobTitle;
    private final SortedMap<String, Integer> custom = new TreeMap<>();

    /** {@link CrmException.UnreadableInput} if the file lacks a mapped column or has two of its name. */
    ColumnMap(CsvColumns columns, ColumnSearch search) {
        id = search.index(columns.id());
        name = search.indices(columns.name());
        firstName = search.indices(columns.firstName());
        lastName = search.indices(columns.lastName());
        emails = search.indices(columns.emails());
        phones = search.indices(columns.phones());
        organisation = index(search, columns.organisation());
        birthDate = index(search, columns.birthDate());
        street = search.indices(columns.street());
        postcode = index(search, columns.postcode());
        city = index(search, columns.city());
        country = index(search, columns.country());
        jobTitle = index(search, columns.jobTitle());
        columns.custom().forEach((key, column) -> custom.put(key, search.index(column)));
    }

    /**
     * A field that holds one value, and the columns that make it up.
     *
     * @param value null or an empty one where a person has none
     */
    record Single(List<Integer> columns, Function<Person, @Nullable Object> value) {}

    /**
     * A field that holds several values, one in each column.
     *
     * @param values of a person, in order
     */
    record Several(List<Integer> columns, Function<Person, List<ContactValue>> values) {}

    /** The fields that hold one value. */
    List<Single> singles() {
        List<Single> singles = new ArrayList<>();
        singles.add(new Single(columns(name, firstName, lastName), Person::name));
        singles.add(new Single(columns(organisation), Person::organisation));
        singles.add(new Single(columns(birthDate), Person::birthDate));
        singles.add(new Single(columns(street), person -> person.address().street()));
        singles.add(new Single(columns(postcode), person -> person.address().postcode()));
        singles.add(new Single(columns(city), person -> person.address().city()));
        singles.add(new Single(columns(country), person -> person.address().country()));
        singles.add(new Single(columns(jobTitle), Person::jobTitle));
        custom.forEach((key, column) -> singles.add(
                new Single(List.of(column), person -> person.custom().get(key))));
        return singles;
    }

    /** The fields that hold several values. */
    List<Several> severals() {
        return List.of(new Several(columns(emails), Person::emails), new Several(columns(phones), Person::phones));
    }

    private static List<Integer> columns(int... columns) {
        return Arrays.stream(columns).filter(column -> column != ABSENT).boxed().toList();
    }

    private static List<Integer> columns(int[]... columns) {
        return Stream.of(columns).flatMapToInt(Arrays::stream).boxed().toList();
    }

    /** How many of the mapped columns a header has. */
    static int found(CsvColumns columns, Header header) {
        return (int) mapped(columns).filter(header.names()::contains).count();
    }

    static Stream<String> mapped(CsvColumns columns) {
        Stream<List<String>> lists = Stream.of(
                columns.name(),
                columns.firstName(),
                columns.lastName(),
                columns.emails(),
                columns.phones(),
                columns.street());
        Stream<String> single = Stream.of(
                        columns.organisation(),
                        columns.birthDate(),
                        columns.postcode(),
                        columns.city(),
                        columns.country(),
                        columns.jobTitle())
                .filter(column -> column != null);
        return Stream.of(
                        Stream.of(columns.id()),
                        lists.flatMap(List::stream),
                        single,
                        columns.custom().values().stream())
                .flatMap(column -> column);
    }

    /** The row's id, without surrounding spaces; empty if it has none. */
    String id(List<String> cells) {
        return cells.get(id).strip();
    }

    Person person(PersonId personId, List<String> cells) {
        return new Person(
                personId,
                new PersonName(joined(cells, name), joined(cells, firstName), joined(cells, lastName)),
                contacts(cells, emails),
                contacts(cells, phones),
                organisation(cells),
                cell(cells, birthDate),
                new PostalAddress(
                        joined(cells, street), cell(cells, postcode), cell(cells, city), cell(cells, country)),
                cell(cells, jobTitle),
                custom(cells),
                RecordFacts.NONE);
    }

    private Organisation organisation(List<String> cells) {
        String text = cell(cells, organisation);
        return text == null ? Organisation.NONE : new Organisation(null, text);
    }

    /** In the order of the columns, each value once. A cell with several addresses stays one value. */
    private static List<ContactValue> contacts(List<String> cells, int[] columns) {
        List<ContactValue> contacts = new ArrayList<>(columns.length);
        for (int column : columns) {
            String text = cells.get(column);
            if (!text.isBlank()) {
                ContactValue contact = ContactValue.of(text);
                if (!contacts.contains(contact)) {
                    contacts.add(contact);
                }
            }
        }
        return contacts;
    }

    private SortedMap<String, String> custom(List<String> cells) {
        if (custom.isEmpty()) {
            return NOTHING;
        }
        SortedMap<String, String> values = new TreeMap<>();
        for (Map.Entry<String, Integer> column : custom.entrySet()) {
            String text = cells.get(column.getValue()).strip();
            if (!text.isEmpty()) {
                values.put(column.getKey(), text);
            }
        }
        return values;
    }

    private static @Nullable String joined(List<String> cells, int[] columns) {
        if (columns.length == 1) {
            return cells.get(columns[0]);
        }
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            String text = cells.get(column).strip();
            if (!text.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : " ").append(text);
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    private static @Nullable String cell(List<String> cells, int column) {
        return column == ABSENT ? null : cells.get(column);
    }

    private static int index(ColumnSearch search, @Nullable String column) {
        return column == null ? ABSENT : search.index(column);
    }
}
