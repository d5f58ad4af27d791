package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.TextPool;
import io.mergewell.match.corpus.TokenLists;
import java.util.Arrays;

/** Which mailboxes are made of the name of somebody who has them, such as {@code jsmith} of John Smith. */
final class NameMadeMailboxes {

    private static final int SHORTEST_TOKEN = 3;

    private final BitSet nameMade = new BitSet();

    private NameMadeMailboxes() {}

    static NameMadeMailboxes of(Corpus corpus) {
        NameMadeMailboxes mailboxes = new NameMadeMailboxes();
        Column emails = corpus.emails();
        for (int record = 0; record < corpus.size(); record++) {
            for (int i = 0; i < emails.count(record); i++) {
                int mailbox = emails.value(record, i);
                int local = corpus.mailboxes().local(mailbox);
                if (holdsToken(corpus, corpus.given().first(record), local)
                        || holdsToken(corpus, corpus.family().first(record), local)) {
                    mailboxes.nameMade.set(mailbox);
                }
            }
        }
        return mailboxes;
    }

    boolean holds(int mailbox) {
        return nameMade.get(mailbox);
    }

    private static boolean holdsToken(Corpus corpus, int list, int local) {
        TokenLists names = corpus.names();
        for (int i = 0; list >= 0 && i < names.length(list); i++) {
            int token = names.token(list, i);
            if (names.tokens().length(token) >= SHORTEST_TOKEN
                    && contains(corpus.mailboxes().locals(), local, names.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(TextPool texts, int text, TextPool tokens, int token) {
        int length = tokens.length(token);
        int from = tokens.start(token);
        for (int at = texts.start(text), last = at + texts.length(text) - length; at <= last; at++) {
            if (Arrays.equals(texts.bytes(), at, at + length, tokens.bytes(), from, from + length)) {
                return true;
            }
        }
        return false;
    }
}
