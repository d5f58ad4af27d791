package io.mergewell.cluster;

import io.mergewell.match.model.MatchModel;
import io.mergewell.match.model.ScoredPairs;
import java.util.stream.IntStream;

/**
 * Average linkage: two clusters join while the mean weight of all pairs across is above a floor. A pair that was never
 * compared counts against joining, so one strong link cannot chain strangers. The result does not depend on the order
 * of input.
 */
final class AverageLinkage {

    /** Beyond these weights, in bits, a pair says no more: one certain pair must not outvote many doubtful ones. */
    private static final float LEAST = -13;

    private static final float MOST = 10;

    private final double floor;
    private final KeptApart keptApart;

    /** @param floor mean weight above which two clusters join, in bits; never below what a name alone can reach */
    AverageLinkage(double floor, KeptApart keptApart) {
        this.floor = Math.max(MatchModel.NAME_ALONE, floor);
        this.keptApart = keptApart;
    }

    /** By record: the lowest record of its cluster. */
    int[] cluster(int records, ScoredPairs pairs) {
        ComponentLinks links = new ComponentLinks(records, pairs, floor);
        // A floor above the usual cap must stay within reach.
        float most = (float) Math.max(MOST, floor + MOST);
        int[] clusters = IntStream.range(0, records).toArray();
        for (int component = 0; component < links.components(); component++) {
            Agglomeration agglomeration = new Agglomeration(floor, keptApart);
            for (int i = links.start(component); i < links.end(component); i++) {
                float clipped = Math.max(LEAST, Math.min(most, links.bits(i)));
                agglomeration.link(links.first(i), links.second(i), clipped);
            }
            agglomeration.run(clusters);
        }
        return clusters;
    }
}
