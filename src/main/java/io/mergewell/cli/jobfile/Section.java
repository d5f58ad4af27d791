package io.mergewell.cli.jobfile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of a job file: {@code plan}, {@code crm.columns}, or the file itself. Whose keys are known is checked once. */
final class Section {

    private final Place place;
    private final String name;
    private final Map<String, Setting> settings;
    private final Reading reading;
    private boolean misspelt;

    private Section(Place place, String name, Map<String, Setting> settings, Reading reading) {
        this.place = place;
        this.name = name;
        this.settings = settings;
        this.reading = reading;
    }

    /**
     * A section from its YAML.
     *
     * @param name such as {@code crm.columns}; empty for the whole file
     */
    static Section of(Path file, String name, Node node, Reading reading) {
        Place place = Place.of(file, node);
        if (!(node instanceof MappingNode mapping)) {
            throw place.error((name.isEmpty() ? "a job file" : name) + " must be a list of keys with values.");
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place where = Place.of(file, tuple.getKeyNode());
            String key = key(where, tuple.getKeyNode());
            String path = name.isEmpty() ? key : name + "." + key;
            if (settings.put(key, new Setting(where, path, tuple.getValueNode(), reading)) != null) {
                reading.mistakes().add(where.error(path + " is written twice. Keep one of the two."));
            }
        }
        return new Section(place, name, settings, reading);
    }

    /** A section that is not in the file: every default holds. */
    static Section absent(Path file, String name, Reading reading) {
        return new Section(new Place(file, 0), name, Map.of(), reading);
    }

    /**
     * Takes note of keys that mean nothing here.
     *
     * @param whose completes "is not a key of", such as {@code a job file}
     */
    Section onlyKeys(List<Key<?>> keys, String whose) {
        List<String> known = Keys.names(keys);
        settings.forEach((key, setting) -> {
            if (!known.contains(key) && !(known.contains(Keys.ANY_CUSTOM) && Keys.isCustom(key))) {
                misspelt = true;
                reading.mistakes()
                        .add(setting.error("%s is not a key of %s. %s"
                                .formatted(setting.key(), whose, Keys.hint(key, name, known))));
            }
        });
        return this;
    }

    Map<String, Setting> settings() {
        return settings;
    }

    boolean has(String key) {
        return settings.containsKey(key);
    }

    Optional<Setting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** A value as it is read; empty where the file has none, and where it is wrong: then note is taken of it. */
    <T> Optional<T> value(String key, Function<Setting, T> read) {
        return find(key).flatMap(setting -> tried(() -> read.apply(setting)));
    }

    /** What is read of this section; empty where that is a mistake, of which note is taken. */
    <T> Optional<T> tried(Supplier<T> read) {
        return reading.mistakes().tried(read);
    }

    /** Takes note of a mistake that keeps nothing else from being read. */
    void mistaken(JobFileException mistake) {
        reading.mistakes().add(mistake);
    }

    /**
     * A value that must be there. If a key of this section is misspelt, it is taken for this one.
     *
     * @param need completes "needs", such as {@code crm.file, the CSV file to read}
     */
    Setting require(String key, String need) {
        return find(key)
                .orElseThrow(() -> misspelt ? JobFileException.consequence() : error("A job needs " + need + "."));
    }

    /** The same. */
    Setting require(Key<?> key, String need) {
        return require(key.name(), need);
    }

    /** The value of a key; empty where the file has none, and where it is wrong: then note is taken of it. */
    <T> Optional<T> written(Key<T> key) {
        return value(key.name(), key.kind().reading());
    }

    /** The value of a key, or its default. */
    <T> T value(Key<T> key) {
        return written(key).orElseGet(key::presetValue);
    }

    /** The section under a key; empty where the file has none, or nothing in it. */
    Section section(Key<Section> key) {
        return written(key)
                .orElseGet(() -> absent(place.file(), name.isEmpty() ? key.name() : name + "." + key.name(), reading));
    }

    /** Whether somebody will sign in with what is read; if not, no credential is looked at. */
    boolean signsIn() {
        return reading.signsIn();
    }

    /** The job file this section is part of. */
    Path file() {
        return place.file();
    }

    JobFileException error(String sentence) {
        return place.error(sentence);
    }

    private static String key(Place where, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw where.error("A key is a single word, such as crm.");
    }
}
