package io.mergewell.cluster;

import io.mergewell.match.NameSlip;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.model.MatchModel;
import io.mergewell.normalise.Slips;
import io.mergewell.normalise.Umlauts;
import org.jspecify.annotations.Nullable;

/**
 * Which of two names is the other with a slip of the pen. One part of the name has the same letters; the other is one
 * edit apart, in a given name only two neighbours swapped or a letter doubled, because other single letters make another
 * name: Mirko and Marko, Paul and Paula. Right is the spelling that a mailbox of the two has, or else that others have,
 * when nobody else has the wrong one.
 */
final class Misspelling {

    /** So many bear a name that is common: two Schmidts do not make one Schmid a misspelling. */
    private static final int COMMON = 10;

    private static final int SHORTEST = 4;

    private final Corpus corpus;
    private final MatchModel.Scorer scorer;

    Misspelling(Corpus corpus, MatchModel.Scorer scorer) {
        this.corpus = corpus;
        this.scorer = scorer;
    }

    /** What is wrong with the names of the pair that was scored last; null if that is no slip of the pen. */
    @Nullable
    NameSlip slip(int a, int b) {
        boolean oneGiven = Comparisons.isSameSpelling(scorer.level(Comparisons.GIVEN_NAME));
        boolean oneFamily = Comparisons.isSameSpelling(scorer.level(Comparisons.FAMILY_NAME));
        if (oneGiven == oneFamily) {
            return null;
        }
        int slot = oneGiven ? Comparisons.FAMILY_NAME : Comparisons.GIVEN_NAME;
        int left = scorer.leftTerm(slot);
        int right = scorer.rightTerm(slot);
        if (left < 0 || right < 0 || !isSlip(slot, letters(left), letters(right))) {
            return null;
        }
        int byMailbox = byMailbox(a, b, letters(left), letters(right));
        int byBearers = byBearers(scorer.bearersOf(slot, left), scorer.bearersOf(slot, right));
        int side = byMailbox != 0 ? byMailbox : byBearers;
        return new NameSlip(side == 0 ? null : corpus.id(side < 0 ? a : b));
    }

    private static boolean isSlip(int slot, String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST
                && (slot == Comparisons.FAMILY_NAME ? Slips.isOne(one, other) : Slips.isNoOtherName(one, other));
    }

    /** Negative if the left one is misspelt, positive if the right one is, 0 if unknown. */
    private static int byBearers(int left, int right) {
        boolean isClear = Math.min(left, right) == 1 && Math.max(left, right) >= COMMON;
        return isClear ? Integer.compare(left, right) : 0;
    }

    private int byMailbox(int a, int b, String left, String right) {
        int side = 0;
        for (int record : new int[] {a, b}) {
            Column mailboxes = corpus.emails();
            for (int i = 0; i < mailboxes.count(record); i++) {
                int told = byMailbox(mailboxes.value(record, i), left, right);
                if (told * side < 0) {
                    return 0;
                }
                side = told == 0 ? side : told;
            }
        }
        return side;
    }

    /** A longer spelling may hold the shorter one, so it is asked first. */
    private int byMailbox(int mailbox, String left, String right) {
        String local = Umlauts.letters(
                corpus.mailboxes().locals().text(corpus.mailboxes().local(mailbox)));
        boolean hasLeft = local.contains(left);
        boolean hasRight = local.contains(right);
        if (hasLeft == hasRight) {
            return hasLeft ? Integer.compare(left.length(), right.length()) : 0;
        }
        return hasLeft ? 1 : -1;
    }

    private String letters(int term) {
        return Umlauts.letters(corpus.names().joined().text(term));
    }
}
