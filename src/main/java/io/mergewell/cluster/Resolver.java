package io.mergewell.cluster;

import io.mergewell.match.MatchSettings;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import io.mergewell.person.PersonPair;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Finds the groups of records that are one human being. Add every person, then resolve once. */
public final class Resolver {

    public Resolver(MatchSettings settings) {}

    /** Takes a person in. Only comparable forms are kept, so the person itself may be forgotten. */
    public void add(Person person) {}

    /**
     * Blocks, trains, scores and clusters.
     *
     * @param keptApart pairs that people decided are two human beings: no group holds both
     */
    public Resolution resolve(Set<PersonPair> keptApart) {
        return new Resolution(List.of(), new Thresholds(0.9, 0.999), 0, 0, List.of(), new TreeMap<>());
    }
}
