package io.mergewell.match.comparison;

import com.carrotsearch.hppc.LongHashSet;
import io.mergewell.match.Part;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.normalise.Nicknames;
import java.util.Set;

/** Which tokens of a pool are nicknames of one another. Safe for use by several threads. */
final class NicknameTokens {

    /** By token: a bit for each of its nicknames, which most tokens are not. */
    private final long[] hints;

    private final LongHashSet pairs = new LongHashSet();

    NicknameTokens(TextPool tokens, Set<Part> without) {
        hints = new long[tokens.size()];
        for (int token = 0; token < tokens.size() && !without.contains(Part.NICKNAMES); token++) {
            for (String other : Nicknames.of(tokens.text(token))) {
                int number = tokens.find(other);
                if (number >= 0 && number != token) {
                    hints[token] |= hint(number);
                    hints[number] |= hint(token);
                    pairs.add(pair(token, number));
                }
            }
        }
    }

    boolean same(int a, int b) {
        return (hints[a] & hint(b)) != 0 && pairs.contains(pair(a, b));
    }

    private static long hint(int token) {
        return 1L << ((token * 0x9E3779B9) >>> (Integer.SIZE - 6));
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
    }
}
