package io.mergewell.sandbox.state;

import java.util.List;

/**
 * Some of the cards that were asked for.
 *
 * @param total how many there are in all
 */
public record Slice(List<Card> cards, long total) {

    public Slice {
        cards = List.copyOf(cards);
    }
}
