package io.mergewell.sandbox.state;

import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A card as it lies on disk: one JSON array with its values in a fixed order. Written by hand, because every page that
 * is served reads hundreds of them, and mapping by reflection took most of a page's time.
 */
final class CardCodec {

    /** Values of custom fields are read one by one, so more always follows. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CardCodec() {}

    static byte[] bytes(Card card) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            json.writeNumber(card.id());
            json.writeString(card.name().full());
            json.writeString(card.name().first());
            json.writeString(card.name().last());
            write(json, card.membership());
            write(json, card.emails());
            write(json, card.phones());
            json.writeStartObject();
            card.custom().forEach((key, value) -> json.writePOJOProperty(key, value));
            json.writeEndObject();
            write(json, card.links());
            json.writeString(card.marketing().status().name());
            json.writeBoolean(card.marketing().changed());
            json.writeNumber(card.added().getEpochSecond());
            json.writeNumber(card.updated().getEpochSecond());
            json.writeBoolean(card.deleted());
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    static Card card(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            return new Card(
                    json.nextLongValue(0),
                    new PersonName(json.nextStringValue(), json.nextStringValue(), json.nextStringValue()),
                    membership(json),
                    contacts(json),
                    contacts(json),
                    custom(json),
                    links(json),
                    new Marketing(Consent.valueOf(json.nextStringValue()), flag(json)),
                    Instant.ofEpochSecond(json.nextLongValue(0)),
                    Instant.ofEpochSecond(json.nextLongValue(0)),
                    flag(json));
        }
    }

    private static void write(JsonGenerator json, Membership membership) {
        json.writeNumber(membership.ownerId());
        Long organisation = membership.organisationId();
        if (organisation == null) {
            json.writeNull();
        } else {
            json.writeNumber(organisation);
        }
        json.writeNumber(membership.visibleTo());
        json.writeStartArray();
        membership.labels().forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static Membership membership(JsonParser json) {
        return new Membership(json.nextLongValue(0), longOrNull(json), json.nextIntValue(0), integers(json));
    }

    private static void write(JsonGenerator json, List<ContactValue> contacts) {
        json.writeStartArray();
        for (ContactValue contact : contacts) {
            json.writeString(contact.value());
            json.writeString(contact.label());
            json.writeBoolean(contact.primary());
        }
        json.writeEndArray();
    }

    private static List<ContactValue> contacts(JsonParser json) {
        List<ContactValue> contacts = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            contacts.add(new ContactValue(json.getString(), json.nextStringValue(), flag(json)));
        }
        return contacts;
    }

    private static SortedMap<String, JsonNode> custom(JsonParser json) {
        SortedMap<String, JsonNode> custom = new TreeMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            custom.put(key, JSON.readTree(json));
        }
        return custom;
    }

    private static void write(JsonGenerator json, Links links) {
        json.writeStartObject();
        links.counts().forEach((kind, count) -> json.writeNumberProperty(kind.name(), count));
        json.writeEndObject();
        json.writeStartArray();
        links.followers().forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static Links links(JsonParser json) {
        Map<LinkCount, Integer> counts = new EnumMap<>(LinkCount.class);
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            LinkCount kind = LinkCount.valueOf(json.currentName());
            counts.put(kind, json.nextIntValue(0));
        }
        return new Links(counts, integers(json).stream().map(Integer::longValue).toList());
    }

    private static List<Integer> integers(JsonParser json) {
        List<Integer> integers = new ArrayList<>();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            integers.add(json.getIntValue());
        }
        return integers;
    }

    private static @Nullable Long longOrNull(JsonParser json) {
        return json.nextToken() == JsonToken.VALUE_NULL ? null : Long.valueOf(json.getLongValue());
    }

    private static boolean flag(JsonParser json) {
        return json.nextToken() == JsonToken.VALUE_TRUE;
    }
}
