package io.mergewell.cli.jobfile;

import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.systems.CrmSystems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section {@code crm}: which keys it takes depends on its type. */
final class CrmSection {

    private static final String CSV = "csv";

    private static final Key<String> TYPE =
            Key.required("type", Kind.oneOf(types()), "the kind of system; the other keys depend on it");
    private static final Key<Duration> TIMEOUT = Key.preset(
            "timeout",
            Kind.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            "how long one answer may take");

    static final Key<Duration> SWEEP_EVERY = Key.preset(
            "sweep-every",
            Kind.duration(Duration.ofHours(1), Duration.ofDays(365)),
            Duration.ofDays(7),
            "how often everything is read, which finds what was deleted; in between only what changed");

    /** What every system behind an API takes; some take more, and a few not all of them. */
    private static final List<Key<?>> ONLINE = Stream.of(
                    List.<Key<?>>of(TYPE), EndpointSection.KEYS, List.<Key<?>>of(SWEEP_EVERY, TIMEOUT))
            .flatMap(List::stream)
            .toList();

    private static final List<Key<?>> FILE =
            Stream.concat(Stream.of(TYPE), CsvSection.KEYS.stream()).toList();

    /** What some type or other takes. */
    static final List<Key<?>> KEYS = types().keySet().stream()
            .flatMap(type -> keys(type).stream())
            .distinct()
            .toList();

    private CrmSection() {}

    /** What the section says; empty where anything is wrong that nothing can be put in the place of. */
    static Optional<CrmSettings> read(Section crm) {
        Optional<String> type = crm.written(TYPE);
        if (type.isEmpty()) {
            ofNoType(crm);
            return Optional.empty();
        }
        Optional<CrmSystem> system = type.flatMap(CrmSystems::find);
        crm.onlyKeys(keys(type.get()), "a job of type " + type.get());
        return system.map(online -> online(crm, online)).orElseGet(() -> CsvSection.read(crm));
    }

    /** Takes note of what is wrong whichever type is meant. */
    private static void ofNoType(Section crm) {
        crm.onlyKeys(KEYS, "the section crm");
        if (!crm.has(TYPE.name())) {
            crm.tried(() -> crm.require(TYPE, "crm.type: " + String.join(", ", types().keySet())));
        }
        crm.written(TIMEOUT);
        crm.written(SWEEP_EVERY);
        EndpointSection.check(crm);
        CsvSection.check(crm);
        CrmSystems.ALL.stream()
                .flatMap(system -> system.options().stream())
                .map(CrmOption::key)
                .distinct()
                .forEach(key -> crm.value(key, setting -> ofAnyForm(setting, key)));
    }

    /** The value of an option that several types may take, each in its own form. */
    private static String ofAnyForm(Setting setting, String key) {
        List<CrmOption.Form> forms = CrmSystems.ALL.stream()
                .flatMap(system -> system.options().stream())
                .filter(option -> option.key().equals(key))
                .map(CrmOption::form)
                .toList();
        String text = setting.text();
        if (forms.stream().noneMatch(form -> form.allows(text))) {
            throw setting.mustBe(forms.get(0).description());
        }
        return text;
    }

    private static Optional<CrmSettings> online(Section crm, CrmSystem system) {
        Optional<Where> where = crm.tried(() -> EndpointSection.read(crm, system));
        ChosenOptions options = options(crm, system);
        Duration timeout = crm.value(TIMEOUT);
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

    /** What a type takes; empty if it is none. */
    static List<Key<?>> keys(String type) {
        return type.equals(CSV)
                ? FILE
                : CrmSystems.find(type).map(CrmSection::keys).orElse(List.of());
    }

    private static List<Key<?>> keys(CrmSystem system) {
        return Stream.<Key<?>>concat(
                        ONLINE.stream().filter(key -> takes(system, key)),
                        system.options().stream().map(Key::of))
                .toList();
    }

    private static boolean takes(CrmSystem system, Key<?> key) {
        return (system.takesOauth() || !key.equals(EndpointSection.OAUTH))
                && (system.readsChanges() || !key.equals(SWEEP_EVERY));
    }

    /** The words that {@code crm.type} may be. */
    static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>(Map.of(CSV, CSV));
        CrmSystems.ALL.forEach(system -> types.put(system.type(), system.type()));
        return types;
    }
}
