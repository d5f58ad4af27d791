package io.mergewell.person;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many records of each kind hang on a person. A kind that is absent is unknown, which is not zero.
 *
 * @param counts each at least 0
 */
public record LinkedRecords(Map<LinkKind, Integer> counts) {

    public static final LinkedRecords UNKNOWN = new LinkedRecords(Map.of());

    public LinkedRecords {
        EnumMap<LinkKind, Integer> copy = new EnumMap<>(LinkKind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        if (counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("A count of linked records is never negative.");
        }
    }

    /** The number of linked records of a kind; empty where it is unknown. */
    public OptionalInt count(LinkKind kind) {
        Integer count = counts.get(kind);
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** All known linked records together, followers left out. */
    public int total() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != LinkKind.FOLLOWERS)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
