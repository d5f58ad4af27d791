package io.mergewell.cli.jobfile;

import io.mergewell.crm.ChosenOptions;
import io.mergewell.crm.CrmOption;
import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.CrmSettings.Where;
import io.mergewell.crm.CrmSystem;
import io.mergewell.crm.CrmSystems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section {@code crm}: which keys it takes depends on its type. */
final class CrmSection {

    private static final String CSV = "csv";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private CrmSection() {}

    /**
     * What the section says; empty where anything is wrong that nothing can be put in the place of.
     *
     * @throws JobFileException if it says nothing of its type
     */
    static Optional<CrmSettings> read(Section crm) {
        if (!crm.has("type")) {
            crm.onlyKeys(allKeys(), "the section crm");
        }
        Map<String, String> types = types();
        String type = crm.require("type", "crm.type: " + String.join(", ", types.keySet()))
                .oneOf(types);
        Optional<CrmSystem> system = CrmSystems.find(type);
        crm.onlyKeys(system.map(CrmSection::keys).orElse(Keys.CSV), "a job of type " + type);
        return system.map(online -> online(crm, online)).orElseGet(() -> CsvSection.read(crm));
    }

    private static Optional<CrmSettings> online(Section crm, CrmSystem system) {
        Optional<Where> where = crm.tried(() -> EndpointSection.read(crm, system));
        ChosenOptions options = options(crm, system);
        Duration timeout = crm.duration("timeout", Duration.ofSeconds(1), Duration.ofMinutes(10), TIMEOUT);
        system.discord(options)
                .ifPresent(discord -> crm.find(discord.key()).ifPresent(key -> crm.mistaken(key.error(discord.why()))));
        return where.map(found -> new CrmSettings.Online(system, found, options, timeout));
    }

    private static ChosenOptions options(Section crm, CrmSystem system) {
        Map<String, String> chosen = new TreeMap<>();
        for (CrmOption option : system.options()) {
            Optional<Setting> setting = option.required()
                    ? crm.tried(() -> crm.require(option.key(), "crm." + option.key() + ", " + option.meaning()))
                    : crm.find(option.key());
            setting.flatMap(value -> crm.tried(() -> checked(value, option)))
                    .ifPresent(value -> chosen.put(option.key(), value));
        }
        return ChosenOptions.of(chosen);
    }

    private static String checked(Setting setting, CrmOption option) {
        String text = setting.text();
        if (!option.form().allows(text)) {
            throw setting.mustBe(option.form().description());
        }
        return text;
    }

    private static List<String> keys(CrmSystem system) {
        return Stream.concat(
                        Keys.API.stream().filter(key -> takes(system, key)),
                        system.options().stream().map(CrmOption::key))
                .toList();
    }

    private static boolean takes(CrmSystem system, String key) {
        return switch (key) {
            case "oauth" -> system.takesOauth();
            case "sweep-every" -> system.readsChanges();
            default -> true;
        };
    }

    private static List<String> allKeys() {
        return Stream.concat(CrmSystems.ALL.stream().map(CrmSection::keys), Stream.of(Keys.CSV))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>(Map.of(CSV, CSV));
        CrmSystems.ALL.forEach(system -> types.put(system.type(), system.type()));
        return types;
    }
}
