package io.mergewell.match.model;

import io.mergewell.match.comparison.Comparison;
import io.mergewell.match.comparison.Comparisons;
import io.mergewell.match.comparison.LevelVector;
import io.mergewell.match.pairs.LevelCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * How two different persons agree on the other fields when they agree on one: an e-mail address made of the name says
 * little beside the name, a household shares street and phone. Fellegi and Sunter's model counts such agreements
 * twice; here each weighs only against its share among different persons that agree on its parent.
 */
final class Dependence {

    /** Evidence of the other fields from which on a pair counts as two persons, in nats. */
    private static final double CLEARLY_DIFFERENT = -3;

    /** Rarity from which on a level counts as agreement. */
    private static final double AGREEMENT = 0.5;

    private static final double CONFIDENCE = 30;
    private static final int ROUNDS = 8;

    private final List<Parent> parents;
    private final List<LevelShares> shares;

    private Dependence(List<Parent> parents, List<LevelShares> shares) {
        this.parents = parents;
        this.shares = shares;
    }

    /**
     * One or more comparisons that agree.
     *
     * @param worst the worst level of each that still counts as agreement
     */
    record Parent(int[] slots, int[] worst) {

        boolean agrees(long vector) {
            for (int i = 0; i < slots.length; i++) {
                int level = LevelVector.level(vector, slots[i]);
                if (level == 0 || level > worst[i]) {
                    return false;
                }
            }
            return true;
        }

        boolean contains(int slot) {
            for (int own : slots) {
                if (own == slot) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Samples of agreeing pairs, drawn once; the shares are learned from them again as the model gets better. */
    record Samples(List<Parent> parents, List<LevelCounts> levels) {

        /** Of fields that depend on nothing. */
        static final Samples NONE = new Samples(List.of(), List.of());

        static Samples of(int records, Comparisons comparisons) {
            List<Comparison> all = comparisons.all();
            List<Parent> parents = new ArrayList<>();
            for (int slot = 0; slot < all.size(); slot++) {
                if (all.get(slot).terms() > 0) {
                    parents.add(new Parent(new int[] {slot}, new int[] {worstAgreement(all.get(slot))}));
                }
            }
            parents.add(new Parent(new int[] {Comparisons.GIVEN_NAME, Comparisons.FAMILY_NAME}, new int[] {
                worstAgreement(all.get(Comparisons.GIVEN_NAME)), worstAgreement(all.get(Comparisons.FAMILY_NAME))
            }));
            List<LevelCounts> levels = parents.parallelStream()
                    .map(parent ->
                            AgreeingPairs.on(comparisons(parent, all), records).levels(comparisons.comparer()))
                    .toList();
            return new Samples(parents, levels);
        }

        /** What explains an agreement explains it as well when it is itself a typo away. */
        private static int worstAgreement(Comparison comparison) {
            int level = 1;
            while (level < comparison.levelCount()
                    && comparison.level(level + 1).rarity() >= AGREEMENT) {
                level++;
            }
            return level;
        }

        private static Comparison[] comparisons(Parent parent, List<Comparison> all) {
            Comparison[] own = new Comparison[parent.slots().length];
            for (int i = 0; i < own.length; i++) {
                own[i] = all.get(parent.slots()[i]);
            }
            return own;
        }
    }

    /** Learns the shares among different persons that agree on a parent, given those among true pairs. */
    static Dependence learn(Samples samples, LevelShares matches, LevelShares background) {
        List<LevelShares> shares = new ArrayList<>();
        for (int i = 0; i < samples.parents().size(); i++) {
            shares.add(learn(samples.parents().get(i), samples.levels().get(i), matches, background));
        }
        return new Dependence(samples.parents(), shares);
    }

    List<Parent> parents() {
        return parents;
    }

    /** The shares of all levels among different persons that agree on a parent. */
    LevelShares shares(int parent) {
        return shares.get(parent);
    }

    /** The share of a level among different persons that agree on a parent. */
    double share(int parent, int slot, int level) {
        return shares.get(parent).of(slot, level);
    }

    /** A two-class EM of its own: the pairs that agree on the parent are matches or not; m stays as it is. */
    private static LevelShares learn(Parent parent, LevelCounts levels, LevelShares matches, LevelShares background) {
        LevelShares different = background.copy();
        double odds = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LevelShares counted = background.copy();
            scale(counted, CONFIDENCE);
            double matched = 1;
            double all = 2;
            for (int place = 0; place < levels.size(); place++) {
                long vector = levels.vector(place);
                double evidence = odds;
                for (int slot = 0; slot < different.slots(); slot++) {
                    evidence += evidence(parent, vector, slot, matches, different);
                }
                count(parent, vector, (double) levels.count(place), evidence, matches, different, counted);
                matched += levels.count(place) / (1 + Math.exp(-evidence));
                all += levels.count(place);
            }
            odds = Math.log(matched / (all - matched));
            different = normalised(counted);
        }
        return different;
    }

    /** Each field is counted by what all the others say. */
    private static void count(
            Parent parent,
            long vector,
            double pairs,
            double evidence,
            LevelShares matches,
            LevelShares different,
            LevelShares counted) {
        for (int slot = 0; slot < counted.slots(); slot++) {
            int level = LevelVector.level(vector, slot);
            double others = evidence - evidence(parent, vector, slot, matches, different);
            if (level > 0 && !parent.contains(slot) && others < CLEARLY_DIFFERENT) {
                counted.add(slot, level, pairs / (1 + Math.exp(others)));
            }
        }
    }

    private static double evidence(Parent parent, long vector, int slot, LevelShares matches, LevelShares different) {
        int level = LevelVector.level(vector, slot);
        return level == 0 || parent.contains(slot) ? 0 : Math.log(matches.of(slot, level) / different.of(slot, level));
    }

    private static void scale(LevelShares shares, double factor) {
        for (int slot = 0; slot < shares.slots(); slot++) {
            for (int level = 1; level <= shares.lastLevel(slot); level++) {
                shares.set(slot, level, shares.of(slot, level) * factor);
            }
        }
    }

    private static LevelShares normalised(LevelShares counted) {
        for (int slot = 0; slot < counted.slots(); slot++) {
            double total = counted.total(slot);
            for (int level = 1; level <= counted.lastLevel(slot); level++) {
                counted.set(slot, level, counted.of(slot, level) / total);
            }
        }
        return counted;
    }
}
