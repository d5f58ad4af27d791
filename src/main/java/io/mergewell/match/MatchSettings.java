package io.mergewell.match;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a job may say about matching. Everything has a default that fits most data.
 *
 * @param phoneRegion ISO 3166 code of the region of numbers without a country code; null where none is assumed
 * @param reviewThreshold match probability from which a pair is proposed; null lets the engine choose
 * @param autoThreshold match probability from which a group may be AUTO; null lets the engine choose
 * @param pinned a model learned before, whose shares, prior and thresholds are used again; null to learn
 * @param fields kinds of further fields, by key as in {@code custom.birthplace}
 */
public record MatchSettings(
        @Nullable String phoneRegion,
        @Nullable Double reviewThreshold,
        @Nullable Double autoThreshold,
        @Nullable TrainedModel pinned,
        SortedMap<String, FieldKind> fields) {

    public static final MatchSettings DEFAULTS = new MatchSettings(null, null, null, null, new TreeMap<>());

    public MatchSettings {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
