package io.mergewell.normalise;

import java.util.List;

/**
 * A line of {@code nicknames.txt}.
 *
 * @param formals spellings of one formal name, all the same as each other
 * @param nicks each the same as every formal; the same as each other only if they stand for no other formal name
 */
record NicknameLine(List<String> formals, List<String> nicks) {

    boolean sharesFormal(NicknameLine other) {
        return formals.stream().anyMatch(other.formals::contains);
    }

    /** Reads {@code formal formal: nick nick}; a line may have no nicks. */
    static NicknameLine parse(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? new NicknameLine(Resources.wordsOf(line), List.of())
                : new NicknameLine(
                        Resources.wordsOf(line.substring(0, colon)), Resources.wordsOf(line.substring(colon + 1)));
    }
}
