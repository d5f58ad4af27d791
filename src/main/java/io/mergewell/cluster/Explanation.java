package io.mergewell.cluster;

import io.mergewell.match.Evidence;
import io.mergewell.person.PersonPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two persons match or not.
 *
 * @param priorBits where every pair begins: log2 of the odds that any two records are one human being
 * @param evidence every comparison that had something to compare, strongest first
 * @param corroborated whether anything but the name speaks for them; without that no merge is ever proposed
 * @param bits the total
 * @param probability calibrated, 0 to 1
 * @param keptApart what forbids it whatever the total; null if nothing does
 * @param candidates whether any blocking key brought the two together at all
 * @param together whether they ended in one group
 */
public record Explanation(
        PersonPair persons,
        double priorBits,
        List<Evidence> evidence,
        boolean corroborated,
        double bits,
        double probability,
        @Nullable String keptApart,
        boolean candidates,
        boolean together) {

    public Explanation {
        evidence = List.copyOf(evidence);
    }
}
