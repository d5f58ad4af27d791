package io.mergewell.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table of this package's resources: a key and its values on each line. */
final class CultureFile {

    private final Map<String, String> lines = new TreeMap<>();

    private CultureFile() {}

    static CultureFile read(String name) {
        CultureFile file = new CultureFile();
        InputStream stream = Objects.requireNonNull(CultureFile.class.getResourceAsStream(name + ".txt"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(file::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Values between spaces, in which {@code _} stands for a space; none if the key is absent. */
    List<String> texts(String key) {
        return fields(key).map(text -> text.replace('_', ' ')).toList();
    }

    List<Word> words(String key) {
        return fields(key)
                .map(text -> Word.parsed(text.equals("-") ? "" : text))
                .toList();
    }

    /** Values between bars. */
    List<String> patterns(String key) {
        return Stream.of(value(key).split("\\|", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    /** Values of the form {@code name=one,two}. */
    Map<String, List<String>> lists(String key) {
        Map<String, List<String>> lists = new TreeMap<>();
        fields(key).forEach(field -> {
            String[] parts = field.split("=", 2);
            lists.put(parts[0], List.of(parts[1].split(",", -1)));
        });
        return lists;
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    private Stream<String> fields(String key) {
        return Stream.of(value(key).split("\\s+", -1)).filter(text -> !text.isEmpty());
    }

    private String value(String key) {
        return lines.getOrDefault(key, "");
    }

    private void add(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length == 2) {
            lines.put(parts[0], parts[1]);
        }
    }
}
