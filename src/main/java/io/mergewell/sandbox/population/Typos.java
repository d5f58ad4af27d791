package io.mergewell.sandbox.population;

import io.mergewell.sandbox.world.Dice;
import java.util.List;
import java.util.Map;

/** Slips of fingers and ears. */
final class Typos {

    private static final int SHORTEST = 4;

    /** What is written for what was heard. */
    private static final List<Map.Entry<String, String>> HEARD = List.of(
            Map.entry("ph", "f"),
            Map.entry("th", "t"),
            Map.entry("ck", "k"),
            Map.entry("ei", "ie"),
            Map.entry("ai", "ay"),
            Map.entry("ey", "y"),
            Map.entry("ss", "s"),
            Map.entry("tt", "t"),
            Map.entry("ll", "l"),
            Map.entry("nn", "n"),
            Map.entry("z", "s"),
            Map.entry("c", "k"),
            Map.entry("y", "i"),
            Map.entry("v", "w"));

    private static final Map<Character, String> NEIGHBOURS = Map.ofEntries(
            Map.entry('a', "sq"),
            Map.entry('e', "wr"),
            Map.entry('i', "uo"),
            Map.entry('o', "ip"),
            Map.entry('u', "yi"),
            Map.entry('n', "bm"),
            Map.entry('m', "n"),
            Map.entry('r', "et"),
            Map.entry('t', "ry"),
            Map.entry('s', "ad"),
            Map.entry('l', "k"),
            Map.entry('d', "sf"),
            Map.entry('k', "jl"),
            Map.entry('g', "fh"),
            Map.entry('h', "gj"));

    private Typos() {}

    /** A word with one slip behind its first letter; words of less than four letters stay. */
    static String in(Dice dice, String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        int at = dice.between(1, word.length() - 2);
        return switch (dice.below(5)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 2 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 3 -> heard(word);
            default -> word.substring(0, at) + neighbour(dice, word.charAt(at)) + word.substring(at + 1);
        };
    }

    private static String heard(String word) {
        String rest = word.substring(1);
        return HEARD.stream()
                .filter(entry -> rest.contains(entry.getKey()))
                .findFirst()
                .map(entry -> word.charAt(0) + rest.replaceFirst(entry.getKey(), entry.getValue()))
                .orElseGet(() -> word.substring(0, 2) + word.substring(1));
    }

    private static char neighbour(Dice dice, char letter) {
        String near = NEIGHBOURS.getOrDefault(letter, "e");
        return near.charAt(dice.below(near.length()));
    }
}
