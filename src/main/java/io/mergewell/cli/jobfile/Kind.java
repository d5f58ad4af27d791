package io.mergewell.cli.jobfile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What the value of a key may be.
 *
 * @param description for people, with its range, such as {@code whole number, 2 to 1,000}
 * @param reading refuses what is none
 * @param writing a value as a job file writes it
 * @param keys of a section, what may stand in it; otherwise empty
 */
record Kind<T>(String description, Function<Setting, T> reading, Function<T, String> writing, List<Key<?>> keys) {

    Kind {
        keys = List.copyOf(keys);
    }

    /** A value of a form of its own. */
    static <T> Kind<T> of(String description, Function<Setting, T> reading) {
        return new Kind<>(description, reading, String::valueOf, List.of());
    }

    /** A whole number within bounds, both included. */
    static Kind<Integer> wholeNumber(int least, int most) {
        return of(
                String.format(Locale.ROOT, "whole number, %,d to %,d", least, most),
                setting -> setting.wholeNumber(least, most));
    }

    /** A duration within bounds, both included. */
    static Kind<Duration> duration(Duration least, Duration most) {
        return new Kind<>(
                "duration, " + DurationText.format(least) + " to " + DurationText.format(most),
                setting -> setting.duration(least, most),
                DurationText::format,
                List.of());
    }

    /** A share or probability. */
    static Kind<Double> share() {
        return of("number above 0, up to 1", Setting::share);
    }

    static Kind<Boolean> yesOrNo() {
        return of("`true` or `false`", Setting::yesOrNo);
    }

    /** A path, whatever it is relative to. */
    static Kind<Path> path(String description) {
        return of(description, Setting::path);
    }

    /** One of some words. */
    static <T> Kind<T> oneOf(Map<String, T> words) {
        return of("one of " + listed(words), setting -> setting.oneOf(words));
    }

    /** Some of some words, in an order that matters. */
    static <T> Kind<List<T>> listOf(Map<String, T> words) {
        return new Kind<>(
                "list of " + listed(words),
                setting -> setting.listOf(words),
                values -> values.stream()
                        .map(value -> word(words, value))
                        .toList()
                        .toString(),
                List.of());
    }

    /** A mapping. */
    static Kind<Section> section(List<Key<?>> keys) {
        return new Kind<>("section", Setting::section, section -> "", keys);
    }

    private static String listed(Map<String, ?> words) {
        return String.join(
                ", ",
                words.keySet().stream().sorted().map(word -> '`' + word + '`').toList());
    }

    private static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
