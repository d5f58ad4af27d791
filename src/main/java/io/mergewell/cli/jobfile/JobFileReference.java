package io.mergewell.cli.jobfile;

import io.mergewell.cli.voice.Meant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All keys of a job file for people, out of the same {@link Key}s that read it. */
public final class JobFileReference {

    private static final String TEMPLATE = "configuration.md";
    private static final Pattern TABLE = Pattern.compile("\\{\\{([a-z.]*)}}");
    private static final String CRM = "crm";

    private JobFileReference() {}

    /** The page {@code docs/configuration.md}. */
    public static String page() {
        return TABLE.matcher(template()).replaceAll(match -> Matcher.quoteReplacement(table(match.group(1))));
    }

    /**
     * Two lines for each key.
     *
     * @param beginning what the key has to begin with, such as {@code plan}; empty for all
     */
    public static List<String> lines(String beginning) {
        return entries().stream()
                .filter(entry -> entry.path().startsWith(beginning))
                .flatMap(entry -> entry.lines().stream())
                .toList();
    }

    /**
     * The key that somebody means who left its section out, or misspelt it.
     *
     * @return in full, such as {@code match.review-threshold}; empty if none is like it
     */
    public static Optional<String> meant(String unknown) {
        List<Entry> entries = entries();
        return entries.stream()
                .filter(entry -> entry.path().endsWith("." + unknown))
                .map(Entry::path)
                .findFirst()
                .or(() -> Meant.of(unknown, entries.stream().map(Entry::path).toList()))
                .or(() -> Meant.of(unknown, entries.stream().map(Entry::name).toList())
                        .flatMap(name -> entries.stream()
                                .filter(entry -> entry.name().equals(name))
                                .map(Entry::path)
                                .findFirst()));
    }

    /** All keys, section by section. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Key<?> key : JobFileReader.KEYS) {
            entries.add(Entry.of("", key, List.of()));
            entries.addAll(key.name().equals(CRM) ? ofCrm() : below(key.name(), key, List.of()));
        }
        return entries;
    }

    /** A key that several types take is told once, as long as it means the same to them. */
    private static List<Entry> ofCrm() {
        Map<Entry, List<String>> types = new LinkedHashMap<>();
        CrmSection.types().keySet().forEach(type -> CrmSection.keys(type).stream()
                .flatMap(key -> {
                    List<Entry> entries = new ArrayList<>(List.of(Entry.of(CRM, key, List.of())));
                    entries.addAll(below(CRM + "." + key.name(), key, List.of()));
                    return entries.stream();
                })
                .forEach(entry ->
                        types.computeIfAbsent(entry, same -> new ArrayList<>()).add(type)));
        return types.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .toList();
    }

    private static List<Entry> below(String section, Key<?> above, List<String> types) {
        List<Entry> entries = new ArrayList<>();
        for (Key<?> key : above.kind().keys()) {
            entries.add(Entry.of(section, key, types));
            entries.addAll(below(section + "." + key.name(), key, types));
        }
        return entries;
    }

    private static String table(String section) {
        boolean typed = section.equals(CRM);
        return entries().stream()
                .filter(entry -> entry.section().equals(section))
                .map(entry -> entry.row(typed))
                .collect(Collectors.joining(
                        "\n",
                        typed
                                ? "| key | value | default | `crm.type` | meaning |\n| --- | --- | --- | --- | --- |\n"
                                : "| key | value | default | meaning |\n| --- | --- | --- | --- |\n",
                        ""));
    }

    private static String template() {
        try (InputStream template =
                Objects.requireNonNull(JobFileReference.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key in full.
     *
     * @param section empty for a key of the file itself
     * @param types what {@code crm.type} may be for it; empty for all
     */
    record Entry(String section, String name, String values, String otherwise, String meaning, List<String> types) {

        static Entry of(String section, Key<?> key, List<String> types) {
            return new Entry(section, key.name(), key.kind().description(), key.otherwise(), key.meaning(), types);
        }

        String path() {
            return section.isEmpty() ? name : section + "." + name;
        }

        Entry with(List<String> others) {
            boolean all = others.containsAll(CrmSection.types().keySet());
            return new Entry(section, name, values, otherwise, meaning, all ? List.of() : others);
        }

        private String row(boolean typed) {
            return Stream.of('`' + path() + '`', values, otherwise, typed ? systems() : "", meaning)
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        private String systems() {
            List<String> others = CrmSection.types().keySet().stream()
                    .filter(type -> !types.contains(type))
                    .toList();
            if (types.isEmpty()) {
                return "all";
            }
            return others.size() == 1 ? "all but `" + others.get(0) + '`' : '`' + String.join("`, `", types) + '`';
        }

        private List<String> lines() {
            String only = types.isEmpty() ? "" : " (" + String.join(", ", types) + ")";
            return Stream.of(
                            path() + only + ": " + values + "; " + (otherwise.equals(Key.REQUIRED) ? "" : "default: ")
                                    + otherwise,
                            "    " + meaning)
                    .map(line -> line.replace("`", ""))
                    .toList();
        }
    }
}
