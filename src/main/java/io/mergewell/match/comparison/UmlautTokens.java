package io.mergewell.match.comparison;

import io.mergewell.match.corpus.TextPool;
import io.mergewell.normalise.Umlauts;

/** Which tokens of a pool are one name, once with an umlaut and once without: Müller, Mueller. Safe for several threads. */
final class UmlautTokens {

    /** By token: the token without umlauts that it stands for, itself if there is none. */
    private final int[] plain;

    UmlautTokens(TextPool tokens) {
        plain = new int[tokens.size()];
        for (int token = 0; token < plain.length; token++) {
            String text = tokens.text(token);
            String without = Umlauts.shortened(text);
            int found = without.equals(text) ? token : tokens.find(without);
            plain[token] = found < 0 ? token : found;
        }
    }

    boolean same(int a, int b) {
        return plain[a] == plain[b];
    }
}
