package io.mergewell.match;

import io.mergewell.person.PersonPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two persons and how likely they are one.
 *
 * @param bits match weight of the pair including the prior
 * @param probability calibrated match probability, 0 to 1
 * @param evidence the comparisons that weigh anything, strongest first
 * @param cautions sentences on what a reader should look at, such as a phone that many names share
 * @param nameSlip null unless one of the names is the other with a slip of the pen
 */
public record ScoredPair(
        PersonPair persons,
        double bits,
        double probability,
        List<Evidence> evidence,
        List<String> cautions,
        @Nullable NameSlip nameSlip) {

    public ScoredPair {
        evidence = List.copyOf(evidence);
        cautions = List.copyOf(cautions);
    }
}
