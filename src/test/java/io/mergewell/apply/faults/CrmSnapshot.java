package io.mergewell.apply.faults;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * All that the CRM holds at one moment.
 *
 * @param persons the living, by id, with all their values and counts
 * @param leads whose each lead is, by the lead's id
 */
public record CrmSnapshot(SortedMap<Long, JsonNode> persons, SortedMap<String, Long> leads) {

    public CrmSnapshot {
        persons = Collections.unmodifiableSortedMap(new TreeMap<>(persons));
        leads = Collections.unmodifiableSortedMap(new TreeMap<>(leads));
    }

    /** The same state with one person changed or, where {@code person} is empty, gone; for tests of checkers. */
    CrmSnapshot with(long id, Map<String, JsonNode> person) {
        SortedMap<Long, JsonNode> changed = new TreeMap<>(persons);
        changed.remove(id);
        person.values().forEach(json -> changed.put(id, json));
        return new CrmSnapshot(changed, leads);
    }
}
