package io.mergewell.apply.faults;

import java.util.Map;
import java.util.Set;

/**
 * What people allowed.
 *
 * @param merges survivor by duplicate
 * @param lost values of which the report said that they would be lost, as written
 */
public record Approved(Map<Long, Long> merges, Set<Long> deletes, Set<String> lost) {

    public static final Approved NOTHING = new Approved(Map.of(), Set.of(), Set.of());

    public Approved {
        merges = Map.copyOf(merges);
        deletes = Set.copyOf(deletes);
        lost = Set.copyOf(lost);
    }

    public static Approved merges(Map<Long, Long> merges) {
        return new Approved(merges, Set.of(), Set.of());
    }

    public static Approved deletes(Set<Long> deletes) {
        return new Approved(Map.of(), deletes, Set.of());
    }
}
