package io.mergewell.match.model;

import io.mergewell.match.Part;
import io.mergewell.match.comparison.Circle;
import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import java.util.List;
import java.util.Set;

/**
 * Other explanations of a pair than one human being or two strangers: two of one household, two of one workplace. What
 * such a circle shares says nothing for a match against it, so only what sets its members apart counts: the names.
 */
final class Rivals {

    /** How much an agreement on a shared value still says for a match, in bits: not every household shares it. */
    private static final double SHARED = 0.5;

    /** Pairs of a household are about as frequent as duplicates; pairs of colleagues much more so. In bits. */
    private static final double HOUSEHOLD_ODDS = -1;

    private static final double WORKPLACE_ODDS = -3;

    /** The level of a name that sets two persons apart. */
    private static final int APART = 8;

    private final List<Comparison> fields;

    /** By comparison: whether agreement on it is a sign of a household. */
    private final boolean[] household;

    /** By comparison: whether agreement on it is a sign of a workplace. */
    private final boolean[] workplace;

    /** @param without parts of the model that are left out */
    Rivals(List<Comparison> fields, Set<Part> without) {
        this.fields = fields;
        boolean considered = !without.contains(Part.RIVALS);
        household = signs(Circle.HOUSEHOLD, considered);
        workplace = signs(Circle.WORKPLACE, considered);
    }

    private boolean[] signs(Circle circle, boolean considered) {
        boolean[] signs = new boolean[fields.size()];
        for (int slot = 0; slot < signs.length; slot++) {
            signs[slot] = considered && circle.showsIn(fields.get(slot).field());
        }
        return signs;
    }

    /**
     * The match weight against all explanations together.
     *
     * @param bits match weight against two strangers
     * @param fieldBits the part of each comparison in it
     */
    double weighed(long vector, double bits, double[] fieldBits) {
        boolean givenApart = apart(vector, Comparisons.GIVEN_NAME);
        boolean familyApart = apart(vector, Comparisons.FAMILY_NAME);
        double odds = Math.pow(2, -bits);
        if (givenApart && isShown(household, fieldBits)) {
            odds += Math.pow(2, -against(Circle.HOUSEHOLD, HOUSEHOLD_ODDS, vector, fieldBits));
        }
        if ((givenApart || familyApart) && isShown(workplace, fieldBits)) {
            odds += Math.pow(2, -against(Circle.WORKPLACE, WORKPLACE_ODDS, vector, fieldBits));
        }
        return -Weights.log2(odds);
    }

    private static boolean isShown(boolean[] signs, double[] fieldBits) {
        for (int slot = 0; slot < fieldBits.length; slot++) {
            if (fieldBits[slot] > 0 && signs[slot]) {
                return true;
            }
        }
        return false;
    }

    private double against(Circle circle, double odds, long vector, double[] fieldBits) {
        double sum = odds;
        for (int slot = 0; slot < fieldBits.length; slot++) {
            boolean shared = circle.shares(fields.get(slot).field(), LevelVector.level(vector, slot));
            sum += shared ? Math.min(SHARED, fieldBits[slot]) : fieldBits[slot];
        }
        return sum;
    }

    private static boolean apart(long vector, int slot) {
        return LevelVector.level(vector, slot) >= APART;
    }
}
