package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;

/** How alike two texts of a pool are. Not safe for use by several threads. */
final class Likeness {

    private final TextPool pool;
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final Edits edits = new Edits();

    Likeness(TextPool pool) {
        this.pool = pool;
    }

    /** Jaro-Winkler similarity, 0 to 1. */
    double jaroWinkler(int a, int b) {
        return jaroWinkler.similarity(
                pool.bytes(), pool.start(a), pool.length(a), pool.bytes(), pool.start(b), pool.length(b));
    }

    /** 0, 1, 2, or {@link Edits#MANY}. */
    int edits(int a, int b) {
        return edits.between(pool.bytes(), pool.start(a), pool.length(a), pool.bytes(), pool.start(b), pool.length(b));
    }

    int length(int text) {
        return pool.length(text);
    }

    /** Whether the shorter of two texts begins the longer one. */
    boolean onePrefixesOther(int a, int b) {
        int length = Math.min(pool.length(a), pool.length(b));
        return commonPrefix(a, b) == length;
    }

    /** How many bytes two texts begin with alike. */
    int commonPrefix(int a, int b) {
        byte[] bytes = pool.bytes();
        int length = Math.min(pool.length(a), pool.length(b));
        int prefix = 0;
        while (prefix < length && bytes[pool.start(a) + prefix] == bytes[pool.start(b) + prefix]) {
            prefix++;
        }
        return prefix;
    }
}
