package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.TokenLists;
import io.mergewell.normalise.Umlauts;

/**
 * Which mailboxes are made of the name of somebody who has them: wholly, but for digits and signs ({@code john.smith},
 * {@code jsmith}, {@code smithj62} of John Smith), or at least in part ({@code the.smiths}).
 */
final class NameMadeMailboxes {

    private static final int SHORTEST = 3;

    private final BitSet wholly = new BitSet();
    private final BitSet partly = new BitSet();

    private NameMadeMailboxes() {}

    static NameMadeMailboxes of(Corpus corpus) {
        NameMadeMailboxes mailboxes = new NameMadeMailboxes();
        for (int record = 0; record < corpus.size(); record++) {
            String given = letters(corpus.names(), corpus.given().first(record));
            String family = letters(corpus.names(), corpus.family().first(record));
            corpus.emails()
                    .forEach(record, mailbox -> mailboxes.note(mailbox, letters(corpus, mailbox), given, family));
        }
        return mailboxes;
    }

    /** Whether a mailbox says its owner's name and nothing else. */
    boolean isWholly(int mailbox) {
        return wholly.get(mailbox);
    }

    /** Whether a mailbox holds its owner's given or family name. */
    boolean isPartly(int mailbox) {
        return partly.get(mailbox);
    }

    private void note(int mailbox, String letters, String given, String family) {
        if (isMadeOf(letters, given, family)) {
            wholly.set(mailbox);
            partly.set(mailbox);
        } else if (holds(letters, given) || holds(letters, family)) {
            partly.set(mailbox);
        }
    }

    private static boolean holds(String letters, String name) {
        return name.length() >= SHORTEST && letters.contains(name);
    }

    private static boolean isMadeOf(String letters, String given, String family) {
        if (letters.length() < SHORTEST) {
            return false;
        }
        return letters.equals(given)
                || letters.equals(family)
                || isTwoParts(letters, given, family)
                || isTwoParts(letters, family, given);
    }

    /** One part and the beginning of the other, from an initial to the whole, on either side. */
    private static boolean isTwoParts(String letters, String whole, String begun) {
        if (whole.isEmpty() || begun.isEmpty()) {
            return false;
        }
        return (letters.startsWith(whole) && begun.startsWith(letters.substring(whole.length())))
                || (letters.endsWith(whole)
                        && begun.startsWith(letters.substring(0, letters.length() - whole.length())));
    }

    private static String letters(Corpus corpus, int mailbox) {
        return Umlauts.letters(
                corpus.mailboxes().locals().text(corpus.mailboxes().local(mailbox)));
    }

    private static String letters(TokenLists names, int list) {
        return list < 0 ? "" : Umlauts.letters(names.joined().text(list));
    }
}
