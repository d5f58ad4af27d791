package io.mergewell.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules and word lists of this chapter, which lie beside its classes. */
final class Resources {

    private Resources() {}

    /** A whole file. */
    static String text(String file) {
        try (InputStream in = Resources.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This build of Mergewell lacks its file " + file + ": build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " of this build of Mergewell cannot be read.", e);
        }
    }

    /** The lines of a file, without blank ones and those that begin with {@code #}. */
    static List<String> lines(String file) {
        return text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The words of a file, parted by white space; only for asking whether a word is among them. */
    static Set<String> words(String file) {
        Set<String> words = new HashSet<>();
        for (String line : lines(file)) {
            words.addAll(wordsOf(line));
        }
        return words;
    }

    /** The words of one line. */
    static List<String> wordsOf(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }

    /** The phrases of a file, one a line; only for asking whether a phrase is among them. */
    static Set<String> phrases(String file) {
        return new HashSet<>(lines(file));
    }
}
