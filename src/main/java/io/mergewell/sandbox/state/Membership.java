package io.mergewell.sandbox.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a card belongs.
 *
 * @param ownerId the user who owns it
 * @param organisationId null for none
 * @param visibleTo Pipedrive's visibility group: 1, 3, 5 or 7
 * @param labels ids, in the order they were set
 */
public record Membership(long ownerId, @Nullable Long organisationId, int visibleTo, List<Integer> labels) {

    public Membership {
        labels = List.copyOf(labels);
    }
}
