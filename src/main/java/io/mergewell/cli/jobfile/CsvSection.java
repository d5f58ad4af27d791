package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.CsvColumns;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The section {@code crm} of {@code type: csv}. */
final class CsvSection {

    private CsvSection() {}

    static CrmSettings read(Section crm) {
        Setting file = crm.require("file", "crm.file, the CSV file to read");
        return new CrmSettings.Csv(crm.file().resolveSibling(file.path()), columns(crm));
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
        return columns.find(key).map(Setting::texts).orElse(List.of());
    }

    private static @Nullable String single(Section columns, String key) {
        return columns.find(key).map(Setting::text).orElse(null);
    }

    private static SortedMap<String, String> custom(Section columns) {
        SortedMap<String, String> custom = new TreeMap<>();
        columns.settings().forEach((key, setting) -> {
            if (Keys.isCustom(key)) {
                custom.put(key.substring(Keys.CUSTOM.length()), setting.text());
            }
        });
        return custom;
    }
}
