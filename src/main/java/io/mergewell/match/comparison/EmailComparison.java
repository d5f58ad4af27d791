package io.mergewell.match.comparison;

import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.EmailTable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * E-mail addresses. Terms are the mailboxes and, behind them, the local parts: {@code info} says little even where
 * its mailbox is seen once.
 */
final class EmailComparison extends ContactComparison {

    private static final int SAME = 1;
    private static final int DOMAIN_TYPO = 2;
    private static final int SAME_LOCAL = 3;
    private static final int LOCAL_TYPO = 4;
    private static final int LOCAL_CLOSE = 5;
    private static final int LOCAL_NEAR = 6;
    private static final int LOCAL_LIKE = 7;
    private static final int DIFFERENT = 8;

    private static final double CLOSE_FROM = 0.92;
    private static final double NEAR_FROM = 0.85;
    private static final double LIKE_FROM = 0.70;
    private static final int SHORTEST_FOR_TYPO = 4;
    private static final int SHORTEST_FOR_TWO_TYPOS = 8;

    /** Digits, and single letters that are words of their own. */
    private static final Pattern DISTINCTION = Pattern.compile("[0-9]+|\\b[a-z]\\b");

    private static final List<Level> LEVELS = List.of(
            new Level("the same", 0.55, 1),
            new Level("the same but for a typo in the domain", 0.03, 1),
            new Level("the same name at another domain", 0.12, 1),
            new Level("a typo apart", 0.08, 0.5),
            new Level("nearly the same name", 0.04, 0),
            new Level("a similar name", 0.04, 0),
            new Level("a somewhat similar name", 0.04, 0),
            new Level("different", 0.10, 0));

    private final EmailTable table;
    private final NameMadeMailboxes nameMade;
    private final Letters localLetters;

    EmailComparison(Corpus corpus) {
        super(
                "e-mail",
                LEVELS,
                corpus.emails(),
                corpus.mailboxes().size(),
                corpus.mailboxes().locals().size());
        table = corpus.mailboxes();
        nameMade = NameMadeMailboxes.of(corpus);
        localLetters = new Letters(table.locals());
    }

    @Override
    int part(int value) {
        return table.local(value);
    }

    @Override
    public Comparer comparer() {
        return new Values();
    }

    private final class Values extends BestContact {

        private final Likeness locals = new Likeness(table.locals());
        private final Likeness domains = new Likeness(table.domains());

        @Override
        int valueLevel(int a, int b) {
            return a == b ? SAME : compare(a, b);
        }

        private int compare(int a, int b) {
            int localA = table.local(a);
            int localB = table.local(b);
            if (localA != localB && !localLetters.mayReach(LIKE_FROM, localA, localB)) {
                return table.isRole(a) && table.isRole(b) ? 0 : DIFFERENT;
            }
            if (table.isRole(a) && table.isRole(b)) {
                return 0;
            }
            if (localA == localB && isDomainTypo(table.domain(a), table.domain(b))) {
                return DOMAIN_TYPO;
            }
            boolean sameDomain = table.domain(a) == table.domain(b);
            if (sayNoMoreThanNames(a, b, sameDomain)) {
                return localA == localB ? 0 : DIFFERENT;
            }
            return localA == localB ? SAME_LOCAL : localLevel(localA, localB, sameDomain);
        }

        /** A typo is within a word; firm-a.com and firm-b.com, or mail1.com and mail2.com, are two domains. */
        private boolean isDomainTypo(int a, int b) {
            return domains.edits(a, b) == 1
                    && !DISTINCTION
                            .matcher(table.domains().text(a))
                            .replaceAll("#")
                            .equals(DISTINCTION.matcher(table.domains().text(b)).replaceAll("#"));
        }

        /** Addresses made of names are as alike as the names; a typo in one shows only at one domain. */
        private boolean sayNoMoreThanNames(int a, int b, boolean sameDomain) {
            return sameDomain
                    ? nameMade.isWholly(a) && nameMade.isWholly(b)
                    : nameMade.isPartly(a) && nameMade.isPartly(b);
        }

        private int localLevel(int a, int b, boolean sameDomain) {
            double similarity = locals.jaroWinkler(a, b);
            boolean worthIt = similarity >= LIKE_FROM && localLetters.mayBeWithin(2, a, b);
            int edits = worthIt ? locals.edits(a, b) : Edits.MANY;
            int shorter = Math.min(locals.length(a), locals.length(b));
            boolean oneTypo = edits == 1 && shorter >= SHORTEST_FOR_TYPO;
            boolean twoTypos = edits == 2 && sameDomain && shorter >= SHORTEST_FOR_TWO_TYPOS;
            if (oneTypo || twoTypos) {
                return LOCAL_TYPO;
            }
            return similarity >= CLOSE_FROM
                    ? LOCAL_CLOSE
                    : similarity >= NEAR_FROM ? LOCAL_NEAR : similarity >= LIKE_FROM ? LOCAL_LIKE : DIFFERENT;
        }
    }
}
