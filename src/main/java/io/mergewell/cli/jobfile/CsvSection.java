package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.CsvColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The section {@code crm} of {@code type: csv}. */
final class CsvSection {

    private CsvSection() {}

    /** Empty where anything is wrong that nothing can be put in the place of. */
    static Optional<CrmSettings> read(Section crm) {
        Optional<Path> file = crm.tried(
                () -> crm.require("file", "crm.file, the CSV file to read").path());
        Optional<CsvColumns> columns = crm.tried(() -> columns(crm));
        return file.flatMap(
                path -> columns.map(mapped -> new CrmSettings.Csv(crm.file().resolveSibling(path), mapped)));
    }

    private static CsvColumns columns(Section crm) {
        Section columns = crm.require("columns", "crm.columns, which says which column of the CSV file is what")
                .section()
                .onlyKeys(Keys.COLUMNS, "crm.columns");
        return new CsvColumns(
                columns.require("id", "crm.columns.id, the column whose value is different in every row")
                        .text(),
                list(columns, "name"),
                list(columns, "first-name"),
                list(columns, "last-name"),
                list(columns, "emails"),
                list(columns, "phones"),
                single(columns, "organisation"),
                single(columns, "birth-date"),
                list(columns, "street"),
                single(columns, "postcode"),
                single(columns, "city"),
                single(columns, "country"),
                single(columns, "job-title"),
                custom(columns));
    }

    private static List<String> list(Section columns, String key) {
        return columns.value(key, Setting::texts).orElse(List.of());
    }

    private static @Nullable String single(Section columns, String key) {
        return columns.value(key, Setting::text).orElse(null);
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
