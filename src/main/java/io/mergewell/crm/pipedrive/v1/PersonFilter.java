package io.mergewell.crm.pipedrive.v1;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a company's persons is read; null for "all".
 *
 * @param owner the number of a user
 * @param filter the number of a filter; only the plain list has it, and there no owner goes with it
 * @param firstChar the letter that names begin with
 */
record PersonFilter(
        @Nullable String owner,
        @Nullable String filter,
        @Nullable String firstChar) {

    static final PersonFilter ALL = new PersonFilter(null, null, null);

    /** For a sentence about a request that was not understood. */
    boolean isAll() {
        return equals(ALL);
    }
}
