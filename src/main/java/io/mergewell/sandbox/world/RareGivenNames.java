package io.mergewell.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Given names that few bear, made of the front of one name and the end of another: Jennifer and Sarah give Jennirah. */
final class RareGivenNames {

    private static final int SHORTEST_PART = 2;
    private static final String VOWELS = "aeiouy";

    private final List<String> fronts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    /** Of names in Latin letters; others make none. */
    RareGivenNames(List<Word> names) {
        names.stream()
                .filter(name -> !name.hasOwnScript())
                .map(Word::written)
                .filter(name -> name.chars().allMatch(Character::isLetter))
                .forEach(this::take);
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    Word any(Dice dice) {
        String name = dice.pick(fronts) + dice.pick(ends);
        return new Word(name, List.of(name));
    }

    private void take(String name) {
        int[] cuts = IntStream.rangeClosed(SHORTEST_PART, name.length() - SHORTEST_PART)
                .filter(at -> isVowel(name.charAt(at - 1)) && !isVowel(name.charAt(at)))
                .toArray();
        for (int cut : cuts) {
            fronts.add(name.substring(0, cut));
        }
        if (cuts.length > 0) {
            ends.add(name.substring(cuts[cuts.length - 1]));
        }
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(
                        Character.toLowerCase(Ascii.of(String.valueOf(letter)).charAt(0)))
                >= 0;
    }
}
