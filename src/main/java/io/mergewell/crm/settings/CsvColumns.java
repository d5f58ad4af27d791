package io.mergewell.crm.settings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file is what. Lists of names and street parts are joined with a space; lists of e-mail and
 * phone columns are united. An empty list is a field the file does not have.
 *
 * @param id the only required column
 * @param custom columns of further fields by key without {@code custom.}
 */
public record CsvColumns(
        String id,
        List<String> name,
        List<String> firstName,
        List<String> lastName,
        List<String> emails,
        List<String> phones,
        @Nullable String organisation,
        @Nullable String birthDate,
        List<String> street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String jobTitle,
        SortedMap<String, String> custom) {

    public CsvColumns {
        name = List.copyOf(name);
        firstName = List.copyOf(firstName);
        lastName = List.copyOf(lastName);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        street = List.copyOf(street);
        custom = Collections.unmodifiableSortedMap(new TreeMap<>(custom));
    }
}
