package io.mergewell.match.comparison;

import io.mergewell.match.Part;
import io.mergewell.match.corpus.Corpus;
import java.util.Set;

/**
 * Which given name stands against which: straight, or crossed where that agrees clearly better. Not safe for use by
 * several threads.
 */
final class NameAlignment implements Comparer {

    private static final int STRAIGHT = 1;
    private static final int SWAPPED = 2;

    /** Rough weights of the levels from 0, only to choose between straight and crossed. */
    private static final int[] MERIT = {0, 10, 9, 7, 6, 7, 4, 1, -4};

    /** A swap must be worth more than chance: most of a good agreement. */
    private static final int SWAP_MARGIN = 6;

    private final Corpus corpus;
    private final NameLevels levels;

    /** Names that agree better than this are not tried crossed. */
    private final int needsNoSwap;

    private int left = -1;
    private int right = -1;
    private int givenLevel;
    private int familyLevel;
    private int orderLevel;

    NameAlignment(Corpus corpus, NameMakeup makeup, Set<Part> without) {
        this.corpus = corpus;
        needsNoSwap = without.contains(Part.SWAPS) ? Integer.MIN_VALUE : MERIT[NameLevels.SAME];
        levels = new NameLevels(corpus.names(), makeup);
    }

    void align(int a, int b) {
        if (a == left && b == right) {
            return;
        }
        left = a;
        right = b;
        int givenA = corpus.given().first(a);
        int familyA = corpus.family().first(a);
        int givenB = corpus.given().first(b);
        int familyB = corpus.family().first(b);
        givenLevel = levels.level(givenA, givenB);
        familyLevel = levels.level(familyA, familyB);
        boolean named = (givenA >= 0 || familyA >= 0) && (givenB >= 0 || familyB >= 0);
        orderLevel = named ? STRAIGHT : 0;
        int straight = MERIT[givenLevel] + MERIT[familyLevel];
        if (!named || straight > needsNoSwap) {
            return;
        }
        int needed = Math.max(0, straight) + SWAP_MARGIN;
        int crossedGiven = levels.level(givenA, familyB);
        int crossedFamily = mayReach(needed - MERIT[crossedGiven], familyA, givenB) ? levels.level(familyA, givenB) : 0;
        if (MERIT[crossedGiven] + MERIT[crossedFamily] >= needed) {
            givenLevel = crossedGiven;
            familyLevel = crossedFamily;
            orderLevel = SWAPPED;
        }
    }

    /** Whether two names can have such a merit: the same name alone has the greatest. */
    private static boolean mayReach(int merit, int a, int b) {
        return merit <= (a == b ? MERIT[NameLevels.SAME] : MERIT[NameLevels.SAME_TOKENS]);
    }

    int givenLevel() {
        return givenLevel;
    }

    int familyLevel() {
        return familyLevel;
    }

    int orderLevel() {
        return orderLevel;
    }

    /** Whether any part of two names is the same, be it in another place. */
    boolean shareAny(int a, int b) {
        int givenA = corpus.given().first(a);
        int familyA = corpus.family().first(a);
        int givenB = corpus.given().first(b);
        int familyB = corpus.family().first(b);
        return (givenA >= 0 && (givenA == givenB || givenA == familyB))
                || (familyA >= 0 && (familyA == familyB || familyA == givenB));
    }

    /** The levels of two names that have nothing in common. */
    long levelsOfStrangers(int a, int b) {
        boolean given = corpus.given().first(a) >= 0 && corpus.given().first(b) >= 0;
        boolean family = corpus.family().first(a) >= 0 && corpus.family().first(b) >= 0;
        long levels = LevelVector.with(0, Comparisons.GIVEN_NAME, given ? NameLevels.DIFFERENT : 0);
        levels = LevelVector.with(levels, Comparisons.FAMILY_NAME, family ? NameLevels.DIFFERENT : 0);
        return LevelVector.with(levels, Comparisons.NAME_ORDER, given || family ? STRAIGHT : 0);
    }

    @Override
    public long levels(int a, int b) {
        align(a, b);
        long levels = LevelVector.with(0, Comparisons.GIVEN_NAME, givenLevel);
        levels = LevelVector.with(levels, Comparisons.FAMILY_NAME, familyLevel);
        return LevelVector.with(levels, Comparisons.NAME_ORDER, orderLevel);
    }

    @Override
    public int leftTerm(int place) {
        return switch (place) {
            case Comparisons.GIVEN_NAME -> corpus.given().first(left);
            case Comparisons.FAMILY_NAME -> corpus.family().first(left);
            default -> -1;
        };
    }

    @Override
    public int rightTerm(int place) {
        boolean swapped = orderLevel == SWAPPED;
        return switch (place) {
            case Comparisons.GIVEN_NAME -> (swapped ? corpus.family() : corpus.given()).first(right);
            case Comparisons.FAMILY_NAME -> (swapped ? corpus.given() : corpus.family()).first(right);
            default -> -1;
        };
    }
}
