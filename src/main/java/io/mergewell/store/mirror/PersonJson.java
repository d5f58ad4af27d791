package io.mergewell.store.mirror;

import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A person as JSON with short keys, nothing empty and always the same order: equal persons give equal text. Written by
 * hand, since a mirror of a million is read as a whole every night.
 */
final class PersonJson {

    static final JsonFactory FACTORY = new JsonFactory();

    private PersonJson() {}

    /** In UTF-8. */
    static byte[] write(Person person) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("i", person.id().value());
            text(json, "n", person.name().full());
            text(json, "f", person.name().first());
            text(json, "l", person.name().last());
            contacts(json, "e", person.emails());
            contacts(json, "t", person.phones());
            text(json, "oi", person.organisation().id());
            text(json, "on", person.organisation().name());
            text(json, "b", person.birthDate());
            text(json, "s", person.address().street());
            text(json, "z", person.address().postcode());
            text(json, "c", person.address().city());
            text(json, "y", person.address().country());
            text(json, "j", person.jobTitle());
            custom(json, person.custom());
            facts(json, person.facts());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** The reverse of {@link #write}. */
    static Person read(byte[] json) {
        return new PersonJsonReader(json).person();
    }

    private static void text(JsonGenerator json, String key, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(key, value);
        }
    }

    private static void contacts(JsonGenerator json, String key, List<ContactValue> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        json.writeName(key).writeStartArray();
        for (ContactValue contact : contacts) {
            json.writeStartObject();
            json.writeStringProperty("v", contact.value());
            text(json, "l", contact.label());
            if (contact.primary()) {
                json.writeName("p").writeBoolean(true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void custom(JsonGenerator json, Map<String, String> custom) {
        if (custom.isEmpty()) {
            return;
        }
        json.writeName("x").writeStartObject();
        custom.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void facts(JsonGenerator json, RecordFacts facts) {
        text(json, "ro", facts.ownerId());
        if (!facts.labels().isEmpty()) {
            json.writeName("rl").writeStartArray();
            facts.labels().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeStringProperty("rc", facts.consent().name());
        if (!facts.links().counts().isEmpty()) {
            json.writeName("rk").writeStartObject();
            for (Map.Entry<LinkKind, Integer> count : facts.links().counts().entrySet()) {
                json.writeNumberProperty(count.getKey().name(), count.getValue());
            }
            json.writeEndObject();
        }
        instant(json, "ra", facts.addedAt());
        instant(json, "ru", facts.updatedAt());
    }

    private static void instant(JsonGenerator json, String key, @Nullable Instant instant) {
        if (instant != null) {
            json.writeName(key).writeStartArray();
            json.writeNumber(instant.getEpochSecond()).writeNumber(instant.getNano());
            json.writeEndArray();
        }
    }
}
