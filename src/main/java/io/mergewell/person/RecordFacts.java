package io.mergewell.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system knows about the record rather than about the human being.
 *
 * @param ownerId the user who owns the record; null where the system has none
 * @param labels ids or names of labels, in the system's order
 * @param links what hangs on the record
 * @param addedAt null where unknown
 * @param updatedAt the system's own clock; null where unknown
 */
public record RecordFacts(
        @Nullable String ownerId,
        List<String> labels,
        Consent consent,
        LinkedRecords links,
        @Nullable Instant addedAt,
        @Nullable Instant updatedAt) {

    /** Of a file that holds persons and nothing about their records. */
    public static final RecordFacts NONE =
            new RecordFacts(null, List.of(), Consent.NOT_KEPT, LinkedRecords.UNKNOWN, null, null);

    public RecordFacts {
        ownerId = Text.orNull(ownerId);
        labels = List.copyOf(labels);
    }
}
