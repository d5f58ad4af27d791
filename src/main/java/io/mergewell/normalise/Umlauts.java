package io.mergewell.normalise;

/**
 * Names with umlauts have two spellings in ASCII: Müller is {@code muller} once it is folded, and {@code mueller} where
 * somebody wrote it so, as most e-mail addresses do.
 */
public final class Umlauts {

    private Umlauts() {}

    /** A folded text in the shorter spelling, {@code muller} for either. */
    public static String shortened(String folded) {
        return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** The letters of a folded text alone, in the shorter spelling: the form in which a name is found in an address. */
    public static String letters(String folded) {
        StringBuilder letters = new StringBuilder(folded.length());
        folded.chars().filter(Character::isLetter).forEach(letter -> letters.append((char) letter));
        return shortened(letters.toString());
    }
}
