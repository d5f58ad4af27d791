package io.mergewell.cli.jobfile;

import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.settings.CsvColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The section {@code crm} of {@code type: csv}. */
final class CsvSection {

    private static final Key<Path> FILE =
            Key.required("file", Kind.path("file"), "the list of persons, relative to the job file");

    private static final Key<String> ID = Key.required("id", column(), "different in every row");
    private static final Key<List<String>> NAME =
            open("name", columns(), "names that are one text; several are joined");
    private static final Key<List<String>> FIRST_NAME =
            open("first-name", columns(), "given names; several are joined");
    private static final Key<List<String>> LAST_NAME = open("last-name", columns(), "family names; several are joined");
    private static final Key<List<String>> EMAILS =
            open("emails", columns(), "e-mail addresses; several columns are united");
    private static final Key<List<String>> PHONES =
            open("phones", columns(), "phone numbers; several columns are united");
    private static final Key<String> ORGANISATION = open("organisation", column(), "the company a person works for");
    private static final Key<String> BIRTH_DATE = open("birth-date", column(), "the day of birth");
    private static final Key<List<String>> STREET =
            open("street", columns(), "street and number; several are joined, such as `[number, road]`");
    private static final Key<String> POSTCODE = open("postcode", column(), "of the address");
    private static final Key<String> CITY = open("city", column(), "of the address");
    private static final Key<String> COUNTRY = open("country", column(), "of the address");
    private static final Key<String> JOB_TITLE = open("job-title", column(), "what a person does there");
    private static final Key<String> CUSTOM =
            open(Keys.ANY_CUSTOM, column(), "a further field; compared only if `match.fields` names it");

    private static final Key<Section> COLUMNS = Key.required(
            "columns",
            Kind.section(List.of(
                    ID,
                    NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    EMAILS,
                    PHONES,
                    ORGANISATION,
                    BIRTH_DATE,
                    STREET,
                    POSTCODE,
                    CITY,
                    COUNTRY,
                    JOB_TITLE,
                    CUSTOM)),
            "which column is what");

    static final List<Key<?>> KEYS = List.of(FILE, COLUMNS);

    private CsvSection() {}

    /** Empty where anything is wrong that nothing can be put in the place of. */
    static Optional<CrmSettings> read(Section crm) {
        Optional<Path> file = crm.tried(
                () -> crm.require(FILE, "crm.file, the CSV file to read").path());
        Optional<CsvColumns> columns = crm.tried(() -> columns(crm));
        return file.flatMap(
                path -> columns.map(mapped -> new CrmSettings.Csv(crm.file().resolveSibling(path), mapped)));
    }

    /** Takes note of what is wrong with the list and its columns, if the section has them. */
    static void check(Section crm) {
        crm.written(FILE);
        if (crm.has(COLUMNS.name())) {
            crm.tried(() -> columns(crm));
        }
    }

    private static CsvColumns columns(Section crm) {
        Section columns = crm.require(COLUMNS, "crm.columns, which says which column of the CSV file is what")
                .section()
                .onlyKeys(COLUMNS.kind().keys(), "crm.columns");
        return new CsvColumns(
                columns.require(ID, "crm.columns.id, the column whose value is different in every row")
                        .text(),
                list(columns, NAME),
                list(columns, FIRST_NAME),
                list(columns, LAST_NAME),
                list(columns, EMAILS),
                list(columns, PHONES),
                single(columns, ORGANISATION),
                single(columns, BIRTH_DATE),
                list(columns, STREET),
                single(columns, POSTCODE),
                single(columns, CITY),
                single(columns, COUNTRY),
                single(columns, JOB_TITLE),
                custom(columns));
    }

    private static List<String> list(Section columns, Key<List<String>> key) {
        return columns.written(key).orElse(List.of());
    }

    private static @Nullable String single(Section columns, Key<String> key) {
        return columns.written(key).orElse(null);
    }

    private static Kind<String> column() {
        return Kind.of("column", Setting::text);
    }

    private static Kind<List<String>> columns() {
        return Kind.of("column, or a list of them", Setting::texts);
    }

    private static <T> Key<T> open(String name, Kind<T> kind, String meaning) {
        return Key.open(name, kind, "none", meaning);
    }

    private static SortedMap<String, String> custom(Section columns) {
        SortedMap<String, String> custom = new TreeMap<>();
        columns.settings().forEach((key, setting) -> {
            if (Keys.isCustom(key)) {
                columns.tried(setting::text)
                        .ifPresent(column -> custom.put(key.substring(Keys.CUSTOM.length()), column));
            }
        });
        return custom;
    }
}
