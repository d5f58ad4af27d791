package io.mergewell.sandbox.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which living cards are wanted, in which order.
 *
 * @param ids only these; null for all
 * @param ownerId only this owner's; null for all
 * @param organisationId only this organisation's; null for all
 * @param updatedSince only those changed at or after; null for all
 * @param updatedUntil only those changed before; null for all
 * @param after the place behind which to go on; null for the beginning
 * @param offset how many of them to leave out first
 * @param limit how many at most
 */
public record CardQuery(
        @Nullable List<Long> ids,
        @Nullable Long ownerId,
        @Nullable Long organisationId,
        @Nullable Instant updatedSince,
        @Nullable Instant updatedUntil,
        Order order,
        @Nullable Place after,
        long offset,
        int limit) {

    /** From the first on. */
    public CardQuery(
            @Nullable List<Long> ids,
            @Nullable Long ownerId,
            @Nullable Long organisationId,
            @Nullable Instant updatedSince,
            @Nullable Instant updatedUntil,
            Order order,
            @Nullable Place after,
            int limit) {
        this(ids, ownerId, organisationId, updatedSince, updatedUntil, order, after, 0, limit);
    }

    /** What is sorted by; ties are broken by id. */
    public enum SortBy {
        ID,
        UPDATE_TIME,
        ADD_TIME
    }

    /** What is sorted by, and whether upwards. */
    public record Order(SortBy by, boolean ascending) {}

    /**
     * A place between two cards.
     *
     * @param value of the column sorted by: an id or a second since 1970
     */
    public record Place(long value, long id) {}

    /** The place right behind a card. */
    public Place placeOf(Card card) {
        long value =
                switch (order.by()) {
                    case ID -> card.id();
                    case UPDATE_TIME -> card.updated().getEpochSecond();
                    case ADD_TIME -> card.added().getEpochSecond();
                };
        return new Place(value, card.id());
    }
}
