package io.mergewell.crm.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A key of a job file's section {@code crm} that one kind of system takes beside those that all take.
 *
 * @param key such as {@code owner-id}
 * @param form what a value must look like
 * @param required whether a job cannot do without it
 * @param otherwise for people: what holds where it is left out; empty if it is required
 * @param meaning what it does, completing a sentence that names the key
 */
public record CrmOption(String key, Form form, boolean required, String otherwise, String meaning) {

    /** What a value must look like. */
    public sealed interface Form {

        /** Whether a text is one. */
        boolean allows(String text);

        /** Completes "must be", such as {@code a single letter}. */
        String description();
    }

    /** A whole number from 1 to 999,999,999, as systems number users and filters. */
    public record WholeNumber() implements Form {

        private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

        @Override
        public boolean allows(String text) {
            return NUMBER.matcher(text).matches();
        }

        @Override
        public String description() {
            return "a whole number from 1 to 999,999,999";
        }
    }

    /** One of some words. */
    public record Word(List<String> words) implements Form {

        public Word {
            words = List.copyOf(words);
        }

        @Override
        public boolean allows(String text) {
            return words.contains(text);
        }

        @Override
        public String description() {
            return "one of " + String.join(", ", words);
        }
    }

    /**
     * Any text that a pattern allows.
     *
     * @param pattern the whole text must match it
     */
    public record Text(Pattern pattern, String description) implements Form {

        @Override
        public boolean allows(String text) {
            return pattern.matcher(text).matches();
        }
    }
}
