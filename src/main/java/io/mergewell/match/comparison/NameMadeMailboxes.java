package io.mergewell.match.comparison;

import com.carrotsearch.hppc.BitSet;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.TokenLists;

/**
 * Which mailboxes are made of the name of somebody who has them and of nothing else but digits and signs: {@code
 * john.smith}, {@code jsmith}, {@code smithj62}, {@code smith} of John Smith.
 */
final class NameMadeMailboxes {

    private static final int SHORTEST = 3;

    private final BitSet nameMade = new BitSet();

    private NameMadeMailboxes() {}

    static NameMadeMailboxes of(Corpus corpus) {
        NameMadeMailboxes mailboxes = new NameMadeMailboxes();
        Column emails = corpus.emails();
        for (int record = 0; record < corpus.size(); record++) {
            String given = glued(corpus.names(), corpus.given().first(record));
            String family = glued(corpus.names(), corpus.family().first(record));
            for (int i = 0; i < emails.count(record); i++) {
                int mailbox = emails.value(record, i);
                if (!mailboxes.nameMade.get(mailbox) && isMadeOf(letters(corpus, mailbox), given, family)) {
                    mailboxes.nameMade.set(mailbox);
                }
            }
        }
        return mailboxes;
    }

    boolean holds(int mailbox) {
        return nameMade.get(mailbox);
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
        String local = corpus.mailboxes().locals().text(corpus.mailboxes().local(mailbox));
        StringBuilder letters = new StringBuilder(local.length());
        local.chars().filter(Character::isLetter).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static String glued(TokenLists names, int list) {
        return list < 0 ? "" : names.joined().text(list).replace(" ", "");
    }
}
