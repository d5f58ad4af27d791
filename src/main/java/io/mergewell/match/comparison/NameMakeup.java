package io.mergewell.match.comparison;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.match.corpus.TokenLists;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What names are made of, found once for each name and each token rather than for each pair of records. Safe for use by
 * several threads.
 */
final class NameMakeup {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Letters tokenLetters;
    private final Letters wholeLetters;
    private final NicknameTokens nicknames;
    private final UmlautTokens umlauts;

    /** By list: a hash of its letters in their order, spaces left out, so that words glued or split are the same. */
    private final long[] lettersInOrder;

    /** By list: a sum over its tokens, so that their order makes no difference. */
    private final long[] tokenSums;

    NameMakeup(TokenLists names, Set<Part> without) {
        tokenLetters = new Letters(names.tokens());
        wholeLetters = new Letters(names.joined());
        nicknames = new NicknameTokens(names.tokens(), without);
        umlauts = new UmlautTokens(names.tokens());
        lettersInOrder = IntStream.range(0, names.size())
                .parallel()
                .mapToLong(list -> lettersInOrder(names.joined(), list))
                .toArray();
        tokenSums = IntStream.range(0, names.size())
                .parallel()
                .mapToLong(list -> tokenSum(names, list))
                .toArray();
    }

    /** Whether two lists have the same letters in the same order, however these are cut into words. */
    boolean sameLetters(int a, int b) {
        return lettersInOrder[a] == lettersInOrder[b];
    }

    /** Whether two lists have the same tokens in any order. */
    boolean sameTokens(int a, int b) {
        return tokenSums[a] == tokenSums[b];
    }

    /** Whether the Jaro similarity of two tokens may reach a threshold. */
    boolean tokensMayReach(double jaro, int a, int b) {
        return tokenLetters.mayReach(jaro, a, b);
    }

    /** Whether two tokens may be at most so many edits apart. */
    boolean tokensMayBeWithin(int edits, int a, int b) {
        return tokenLetters.mayBeWithin(edits, a, b);
    }

    /** Whether the Jaro similarity of two lists as texts may reach a threshold. */
    boolean wholesMayReach(double jaro, int a, int b) {
        return wholeLetters.mayReach(jaro, a, b);
    }

    /** Whether one token is a nickname of the other. */
    boolean isNickname(int a, int b) {
        return nicknames.same(a, b);
    }

    /** Whether two tokens are one name, once with an umlaut and once without. */
    boolean isOneWithoutUmlauts(int a, int b) {
        return umlauts.same(a, b);
    }

    private static long lettersInOrder(TextPool joined, int list) {
        byte[] bytes = joined.bytes();
        long hash = 1;
        for (int i = joined.start(list), end = i + joined.length(list); i < end; i++) {
            if (bytes[i] != ' ') {
                hash = (hash ^ bytes[i]) * SPREAD;
                hash ^= hash >>> 32;
            }
        }
        return hash;
    }

    private static long tokenSum(TokenLists names, int list) {
        long sum = 0;
        for (int i = 0; i < names.length(list); i++) {
            long mixed = (names.token(list, i) + 1L) * SPREAD;
            sum += (mixed ^ (mixed >>> 29)) * SPREAD;
        }
        return sum;
    }
}
