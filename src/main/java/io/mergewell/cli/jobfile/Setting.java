package io.mergewell.cli.jobfile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a job file with the key and the line it is written at. What YAML makes of a word is not asked: a region
 * {@code NO} is Norway and not false.
 */
final class Setting {

    private final Place place;
    private final String key;
    private final Node node;
    private final Reading reading;

    /** @param key in full, such as {@code plan.max-group} */
    Setting(Place place, String key, Node node, Reading reading) {
        this.place = place;
        this.key = key;
        this.node = node;
        this.reading = reading;
    }

    String key() {
        return key;
    }

    JobFileException error(String sentence) {
        return place.error(sentence);
    }

    /** The words of the value, its variables replaced; never blank. */
    String text() {
        String text = reading.variables().resolve(written(), key, place).strip();
        if (text.isEmpty()) {
            throw error(key + " is empty. Give it a value or leave the line out.");
        }
        return text;
    }

    /** One text, or a list of them. */
    List<String> texts() {
        return items().map(Setting::text).toList();
    }

    private Stream<Setting> items() {
        if (!(node instanceof SequenceNode list)) {
            return Stream.of(this);
        }
        if (list.getValue().isEmpty()) {
            throw error(key + " is an empty list. Give it a value or leave the line out.");
        }
        return list.getValue().stream().map(item -> new Setting(Place.of(place.file(), item), key, item, reading));
    }

    /** A path as written, relative to whatever its reader decides. */
    Path path() {
        String text = text();
        if (text.startsWith("~")) {
            throw error(key + " begins with ~, which is not replaced here. Write the whole path, or ${HOME}.");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw mustBe("a path");
        }
    }

    int wholeNumber(int least, int most) {
        String text = text();
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw mustBe(String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most));
    }

    /** A share or probability, from above 0 to 1. */
    double share() {
        String text = text();
        if (text.matches("[0-9]{0,3}(\\.[0-9]{1,15})?")) {
            double share = Double.parseDouble(text);
            if (share > 0 && share <= 1) {
                return share;
            }
        }
        throw mustBe("a number above 0, up to 1, such as 0.95");
    }

    boolean yesOrNo() {
        return oneOf(Map.of("true", true, "false", false));
    }

    /** The value that one of some words stands for. */
    <T> T oneOf(Map<String, T> meanings) {
        T meaning = meanings.get(text());
        if (meaning == null) {
            throw mustBe("one of "
                    + String.join(", ", meanings.keySet().stream().sorted().toList()));
        }
        return meaning;
    }

    /** The values that a list of words stands for, in its order, none twice. */
    <T> List<T> listOf(Map<String, T> meanings) {
        List<T> values = items().map(item -> item.oneOf(meanings)).toList();
        if (values.stream().distinct().count() < values.size()) {
            throw error(key + " names one of its values twice. Name each once.");
        }
        return values;
    }

    /** A duration such as {@code 120s} within bounds. */
    Duration duration(Duration least, Duration most) {
        return DurationText.parse(text())
                .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0)
                .orElseThrow(() -> mustBe("a duration from %s to %s; the units are d, h, m, s and ms"
                        .formatted(DurationText.format(least), DurationText.format(most))));
    }

    /** The mapping that stands here; an empty value is an empty mapping. */
    Section section() {
        if (node.getTag().equals(Tag.NULL)) {
            return Section.absent(place.file(), key, reading);
        }
        return Section.of(place.file(), key, node, reading);
    }

    /** The error for a value of the wrong kind. What a variable stands for is not shown: it may be a secret. */
    JobFileException mustBe(String what) {
        String written = written();
        String shown = Variables.in(written) || written.length() > 40 ? "what it is now" : '"' + written + '"';
        return error("%s must be %s, not %s.".formatted(key, what, shown));
    }

    private String written() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(key + " must be a single value, not a list or a section.");
    }
}
