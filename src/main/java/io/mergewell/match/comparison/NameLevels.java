package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TokenLists;

/**
 * The level of two given names, or of two family names: lists of one or more tokens. Not safe for use by several
 * threads.
 */
final class NameLevels {

    static final int SAME = 1;
    static final int SAME_TOKENS = 2;
    static final int NICKNAME = 3;
    static final int SUBSET = 4;
    static final int CLOSE = 5;
    static final int NEAR = 6;
    static final int LIKE = 7;
    static final int DIFFERENT = 8;

    private static final double CLOSE_FROM = 0.92;
    private static final double NEAR_FROM = 0.88;
    private static final double LIKE_FROM = 0.70;
    private static final int SHORTEST_FOR_TWO_EDITS = 6;
    private static final int SHORTEST_PREFIX = 3;

    /** Nobody has more; what comes behind is left aside. */
    private static final int MOST_TOKENS = Long.SIZE;

    private final TokenLists names;
    private final Likeness tokens;
    private final Likeness wholes;
    private final NameMakeup makeup;
    private final LevelCache tokenLevels = new LevelCache();
    private final LevelCache listLevels = new LevelCache();
    private final LevelCache.Levels compareAlike = this::compareAlike;
    private final LevelCache.Levels compareLists = this::compareLists;

    NameLevels(TokenLists names, NameMakeup makeup) {
        this.names = names;
        this.makeup = makeup;
        tokens = new Likeness(names.tokens());
        wholes = new Likeness(names.joined());
    }

    /** The level of two lists by their numbers, -1 for none: 0 if either is none. */
    int level(int a, int b) {
        if (a < 0 || b < 0) {
            return 0;
        }
        if (a == b) {
            return SAME;
        }
        int onlyA = names.only(a);
        int onlyB = names.only(b);
        return onlyA >= 0 && onlyB >= 0 ? compareTokens(onlyA, onlyB) : listLevels.level(a, b, compareLists);
    }

    private int compareLists(int a, int b) {
        if (makeup.sameLetters(a, b) || makeup.sameTokens(a, b)) {
            return SAME_TOKENS;
        }
        int aligned = names.length(a) <= names.length(b) ? align(a, b) : align(b, a);
        return Math.min(aligned, whole(a, b));
    }

    /** Each token of the shorter list finds its best partner in the longer; the worst of these decides. */
    private int align(int small, int large) {
        int pairs = Math.min(MOST_TOKENS, names.length(small));
        long taken = 0;
        int worst = SAME;
        boolean anySame = false;
        for (int i = 0; i < pairs; i++) {
            int partner = bestPartner(names.token(small, i), large, taken);
            int level = tokenLevel(names.token(small, i), names.token(large, partner));
            taken |= 1L << partner;
            worst = Math.max(worst, level);
            anySame |= level == SAME && tokens.length(names.token(small, i)) >= SHORTEST_PREFIX;
        }
        if (names.length(small) < names.length(large)) {
            return worst == SAME ? SUBSET : worst <= CLOSE ? NEAR : worst <= NEAR || anySame ? LIKE : DIFFERENT;
        }
        return worst == LIKE || worst == DIFFERENT ? (anySame ? LIKE : worst) : worst;
    }

    private int bestPartner(int token, int list, long taken) {
        int best = -1;
        int bestLevel = Integer.MAX_VALUE;
        for (int j = 0; j < Math.min(MOST_TOKENS, names.length(list)); j++) {
            if ((taken >>> j & 1) == 0) {
                int level = tokenLevel(token, names.token(list, j));
                if (level < bestLevel) {
                    best = j;
                    bestLevel = level;
                }
            }
        }
        return best;
    }

    private int whole(int a, int b) {
        if (!makeup.wholesMayReach(LIKE_FROM, a, b)) {
            return DIFFERENT;
        }
        double similarity = wholes.jaroWinkler(a, b);
        return similarity >= CLOSE_FROM
                ? CLOSE
                : similarity >= NEAR_FROM ? NEAR : similarity >= LIKE_FROM ? LIKE : DIFFERENT;
    }

    private int tokenLevel(int a, int b) {
        return a == b ? SAME : compareTokens(a, b);
    }

    private int compareTokens(int a, int b) {
        if (Math.min(tokens.length(a), tokens.length(b)) == 1) {
            return tokens.commonPrefix(a, b) == 1 ? NEAR : DIFFERENT;
        }
        if (!makeup.tokensMayReach(LIKE_FROM, a, b)) {
            return makeup.isNickname(a, b) ? NICKNAME : DIFFERENT;
        }
        return tokenLevels.level(a, b, compareAlike);
    }

    private int compareAlike(int a, int b) {
        if (makeup.isOneWithoutUmlauts(a, b)) {
            return CLOSE;
        }
        if (makeup.isNickname(a, b)) {
            return NICKNAME;
        }
        double similarity = tokens.jaroWinkler(a, b);
        if (similarity >= CLOSE_FROM) {
            return CLOSE;
        }
        if (similarity < LIKE_FROM) {
            return DIFFERENT;
        }
        int shorter = Math.min(tokens.length(a), tokens.length(b));
        int edits = makeup.tokensMayBeWithin(2, a, b) ? tokens.edits(a, b) : Edits.MANY;
        if (edits == 1 && shorter > 2) {
            return CLOSE;
        }
        boolean prefix = shorter >= SHORTEST_PREFIX && tokens.onePrefixesOther(a, b);
        if (similarity >= NEAR_FROM || prefix || (edits == 2 && shorter >= SHORTEST_FOR_TWO_EDITS)) {
            return NEAR;
        }
        return LIKE;
    }
}
