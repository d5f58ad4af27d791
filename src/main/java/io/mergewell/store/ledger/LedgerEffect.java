package io.mergewell.store.ledger;

import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One write.
 *
 * @param seq its number in the ledger, ascending in the order of intents
 * @param rowKey of the row it is for
 * @param person whose record disappears, is changed or is to be made anew; once it was made, the new one
 * @param fields that an update writes, or the one note that is copied; else empty
 * @param links what the survivor of a merge must have at least when it is done; unknown for other writes
 * @param reason what was heard, as a sentence; empty where nothing need be said
 * @param intendedAt when it was about to be sent
 */
public record LedgerEffect(
        long seq,
        String rowKey,
        EffectKind kind,
        PersonId person,
        SortedSet<String> fields,
        LinkedRecords links,
        EffectState state,
        String reason,
        Instant intendedAt) {

    public LedgerEffect {
        fields = new TreeSet<>(fields);
    }
}
