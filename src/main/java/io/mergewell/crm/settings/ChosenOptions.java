package io.mergewell.crm.settings;

import io.mergewell.crm.CrmException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job file says for the {@link CrmOption}s of its system.
 *
 * @param values by key, each of its option's form
 */
public record ChosenOptions(SortedMap<String, String> values) {

    public static final ChosenOptions NONE = new ChosenOptions(new TreeMap<>());

    public ChosenOptions {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** These, in the order of their keys. */
    public static ChosenOptions of(Map<String, String> values) {
        return new ChosenOptions(new TreeMap<>(values));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * A value that has to be there.
     *
     * @throws CrmException.Misconfigured if it is not
     */
    public String require(String key) {
        return find(key).orElseThrow(() -> new CrmException.Misconfigured("crm." + key + " is missing."));
    }
}
