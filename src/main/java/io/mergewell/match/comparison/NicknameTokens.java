package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.LongHashSet;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.normalise.Nicknames;

/** Which tokens of a pool are nicknames of one another. Safe for use by several threads. */
final class NicknameTokens {

    private final BitSet known = new BitSet();
    private final LongHashSet pairs = new LongHashSet();

    NicknameTokens(TextPool tokens) {
        for (int token = 0; token < tokens.size(); token++) {
            for (String other : Nicknames.of(tokens.text(token))) {
                int number = tokens.find(other);
                if (number >= 0 && number != token) {
                    known.set(token);
                    known.set(number);
                    pairs.add(pair(token, number));
                }
            }
        }
    }

    boolean same(int a, int b) {
        return known.get(a) && known.get(b) && pairs.contains(pair(a, b));
    }

    private static long pair(int a, int b) {
        return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
    }
}
