package io.mergewell.cli.jobfile;

import io.mergewell.cli.voice.Meant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is said of a key that a job file does not know. */
final class Keys {

    /** What begins the name of a further field. */
    static final String CUSTOM = "custom.";

    /** Stands in a list of keys for all of those. */
    static final String ANY_CUSTOM = "custom.<key>";

    private Keys() {}

    static boolean isCustom(String key) {
        return key.startsWith(CUSTOM) && key.length() > CUSTOM.length();
    }

    static List<String> names(List<Key<?>> keys) {
        return keys.stream().<String>map(Key::name).distinct().toList();
    }

    /** A sentence for who wrote a key that is not known: the one meant, where it belongs, or all there are. */
    static String hint(String unknown, String section, Collection<String> known) {
        return Meant.of(unknown, known)
                .map(near -> "Did you mean " + near + "?")
                .or(() -> home(unknown, section).map(home -> "It belongs under " + home + "."))
                .orElseGet(() -> "Known here: " + String.join(", ", known) + ".");
    }

    private static Optional<String> home(String unknown, String section) {
        return sections(JobFileReader.KEYS, "").entrySet().stream()
                .filter(other ->
                        !other.getKey().equals(section) && other.getValue().contains(unknown))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The names of the keys in each section below, by its own name in full. */
    private static Map<String, List<String>> sections(List<Key<?>> keys, String above) {
        Map<String, List<String>> sections = new TreeMap<>();
        for (Key<?> key : keys) {
            if (!key.kind().keys().isEmpty()) {
                sections.put(above + key.name(), names(key.kind().keys()));
                sections.putAll(sections(key.kind().keys(), above + key.name() + "."));
            }
        }
        return sections;
    }
}
