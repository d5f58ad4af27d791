package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.LongHashSet;
import io.mergewell.match.Part;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.normalise.Nicknames;
import java.util.Set;

/** Which tokens of a pool are nicknames of one another. Safe for use by several threads. */
final class NicknameTokens {

    private final BitSet known = new BitSet();
    private final LongHashSet pairs = new LongHashSet();

    NicknameTokens(TextPool tokens, Set<Part> without) {
        int lookedUp = without.contains(Part.NICKNAMES) ? 0 : tokens.size();
        for (int token = 0; token < lookedUp; token++) {
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
