package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.PersonFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The section {@code crm}: which keys it takes depends on its type. */
final class CrmSection {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int LARGEST_ID = 999_999_999;

    private static final Map<String, List<String>> KEYS_BY_TYPE = new TreeMap<>(Map.of(
            "pipedrive", api("owner-id", "filter-id"),
            "pipedrive-v1", api("owner-id", "filter-id", "first-char", "reader"),
            "rogerroger", api(),
            "wethod", api("company", "api-version"),
            "csv", Keys.CSV));

    private CrmSection() {}

    /**
     * What the section says.
     *
     * @throws JobFileException if anything is wrong with it, or if it is right and this version cannot read that type
     */
    static CrmSettings read(Section crm) {
        if (!crm.has("type")) {
            crm.onlyKeys(allKeys(), "the section crm");
        }
        Setting setting = crm.require("type", "crm.type: " + String.join(", ", KEYS_BY_TYPE.keySet()));
        String type = setting.oneOf(names());
        crm.onlyKeys(KEYS_BY_TYPE.getOrDefault(type, List.of()), "a job of type " + type);
        return switch (type) {
            case "csv" -> CsvSection.read(crm);
            case "pipedrive" -> pipedrive(crm);
            default -> {
                checkOtherSystem(type, crm);
                throw setting.error("crm.type " + type
                        + " is known but not in this version, which reads pipedrive and csv. Export the persons to a"
                        + " CSV file to look at them now.");
            }
        };
    }

    private static CrmSettings pipedrive(Section crm) {
        PersonFilter filter = new PersonFilter(id(crm, "owner-id"), id(crm, "filter-id"), null);
        return new CrmSettings.Pipedrive(EndpointSection.read(crm), filter, timeout(crm));
    }

    private static void checkOtherSystem(String type, Section crm) {
        EndpointSection.read(crm);
        timeout(crm);
        id(crm, "owner-id");
        id(crm, "filter-id");
        crm.find("first-char")
                .filter(letter -> !letter.text().matches("\\p{L}"))
                .ifPresent(letter -> {
                    throw letter.mustBe("a single letter");
                });
        crm.find("reader").ifPresent(reader -> reader.oneOf(Map.of("collection", true, "list", true)));
        crm.find("api-version").ifPresent(Setting::text);
        if (type.equals("wethod")) {
            crm.require("company", "crm.company, the company's name in wethod").text();
        }
    }

    private static Duration timeout(Section crm) {
        return crm.duration("timeout", Duration.ofSeconds(1), Duration.ofMinutes(10), TIMEOUT);
    }

    private static @Nullable Integer id(Section crm, String key) {
        return crm.find(key).map(setting -> setting.wholeNumber(1, LARGEST_ID)).orElse(null);
    }

    private static List<String> api(String... more) {
        List<String> keys = new ArrayList<>(Keys.API);
        keys.addAll(List.of(more));
        return List.copyOf(keys);
    }

    private static List<String> allKeys() {
        return KEYS_BY_TYPE.values().stream().flatMap(List::stream).distinct().toList();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        KEYS_BY_TYPE.keySet().forEach(type -> names.put(type, type));
        return names;
    }
}
