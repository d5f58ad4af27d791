package io.mergewell.sandbox.world;

import java.util.List;
import java.util.stream.Stream;

/**
 * A name or a part of one.
 *
 * @param written as its bearers write it
 * @param latin the usual spellings in Latin letters, the most usual first; what is written, where that is Latin
 */
public record Word(String written, List<String> latin) {

    public Word {
        latin = List.copyOf(latin);
    }

    /** Reads {@code Olga}, {@code van_Dijk} or {@code Ольга|Olga,Olha}. */
    static Word parsed(String text) {
        String spaced = text.replace('_', ' ');
        int bar = spaced.indexOf('|');
        return bar < 0
                ? new Word(spaced, List.of(spaced))
                : new Word(
                        spaced.substring(0, bar),
                        List.of(spaced.substring(bar + 1).split(",", -1)));
    }

    /** Whether it is usually written in another script than Latin. */
    public boolean hasOwnScript() {
        return !latin.get(0).equals(written);
    }

    /** The most usual spelling in Latin letters. */
    public String inLatin() {
        return latin.get(0);
    }

    /** Both written behind one another. */
    Word plus(String separator, Word other) {
        return new Word(
                written + separator + other.written,
                latin.stream()
                        .map(spelling -> spelling + separator + other.inLatin())
                        .toList());
    }

    /** Both as one word: the second part in lower case. */
    static Word composed(Stream<Word> parts) {
        return parts.reduce((first, second) -> new Word(
                        first.written + second.written,
                        first.latin.equals(List.of(first.written))
                                ? List.of(first.written + second.written)
                                : List.of(first.inLatin() + second.inLatin())))
                .orElseThrow();
    }
}
