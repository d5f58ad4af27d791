package io.mergewell.crm;

import org.jspecify.annotations.Nullable;

/** Reads only part of a system, where its API can; every part may be null for "all". */
public record PersonFilter(
        @Nullable Integer ownerId,
        @Nullable Integer filterId,
        @Nullable String firstChar) {

    public static final PersonFilter ALL = new PersonFilter(null, null, null);
}
