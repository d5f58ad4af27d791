package io.mergewell.sandbox.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The records linked to a person; leads are records of their own, see {@link Lead}.
 *
 * @param counts a kind that is absent counts 0
 * @param followers ids of the users who follow the person, ascending
 */
public record Links(Map<LinkCount, Integer> counts, List<Long> followers) {

    /** Nothing hangs on the person. */
    public static final Links NONE = new Links(Map.of(), List.of());

    public Links {
        EnumMap<LinkCount, Integer> present = new EnumMap<>(LinkCount.class);
        counts.forEach((kind, count) -> {
            if (count > 0) {
                present.put(kind, count);
            }
        });
        counts = Collections.unmodifiableMap(present);
        followers = followers.stream().sorted().distinct().toList();
    }

    /** How many of a kind there are. */
    public int count(LinkCount kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Both persons' links on one card: records add up, a user who followed both follows once. */
    public Links plus(Links other) {
        Map<LinkCount, Integer> sum = new EnumMap<>(LinkCount.class);
        for (LinkCount kind : LinkCount.values()) {
            sum.put(kind, count(kind) + other.count(kind));
        }
        return new Links(
                sum, Stream.concat(followers.stream(), other.followers.stream()).toList());
    }
}
