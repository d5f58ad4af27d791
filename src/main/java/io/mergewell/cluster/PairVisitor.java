package io.mergewell.cluster;

import io.mergewell.person.PersonId;

/** Takes compared pairs, one by one. */
@FunctionalInterface
public interface PairVisitor {

    /**
     * One pair.
     *
     * @param probability calibrated match probability, 0 to 1
     */
    void visit(PersonId one, PersonId other, double probability);
}
