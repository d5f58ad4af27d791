package io.mergewell.person;

import org.jspecify.annotations.Nullable;

/**
 * The organisation a person belongs to.
 *
 * @param id its id in the system; null where the system keeps only a name
 * @param name null where only the id is known
 */
public record Organisation(@Nullable String id, @Nullable String name) {

    public static final Organisation NONE = new Organisation(null, null);

    public Organisation {
        id = Text.orNull(id);
        name = Text.orNull(name);
    }

    /** As a reader tells it from another: name and id, as far as they are known; empty where there is neither. */
    public String display() {
        if (name == null) {
            return id == null ? "" : "no. " + id;
        }
        return id == null ? name : name + " (" + id + ")";
    }
}
