package io.mergewell.crm.pipedrive;

import org.jspecify.annotations.Nullable;

/** Reads only part of a company's persons; either part may be null for "all". */
record PersonFilter(@Nullable Integer ownerId, @Nullable Integer filterId) {

    static final PersonFilter ALL = new PersonFilter(null, null);
}
