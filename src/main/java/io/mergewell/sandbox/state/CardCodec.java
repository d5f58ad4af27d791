package io.mergewell.sandbox.state;

import tools.jackson.databind.json.JsonMapper;

/** A card as compact JSON, which is how it lies on disk. */
final class CardCodec {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CardCodec() {}

    static byte[] bytes(Card card) {
        return JSON.writeValueAsBytes(card);
    }

    static Card card(byte[] bytes) {
        return JSON.readValue(bytes, Card.class);
    }
}
