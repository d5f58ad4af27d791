package io.mergewell.store.mirror;

import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads one person back from the text that {@link PersonJson} wrote. */
final class PersonJsonReader {

    private final byte[] bytes;
    private final Map<String, String> single = new HashMap<>();
    private List<ContactValue> emails = List.of();
    private List<ContactValue> phones = List.of();
    private SortedMap<String, String> custom = new TreeMap<>();
    private List<String> labels = List.of();
    private LinkedRecords links = LinkedRecords.UNKNOWN;
    private @Nullable Instant addedAt;
    private @Nullable Instant updatedAt;

    PersonJsonReader(byte[] bytes) {
        this.bytes = bytes;
    }

    Person person() {
        try (JsonParser json = PersonJson.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                take(json, key);
            }
        }
        return new Person(
                new PersonId(required("i")),
                new PersonName(single.get("n"), single.get("f"), single.get("l")),
                emails,
                phones,
                new Organisation(single.get("oi"), single.get("on")),
                single.get("b"),
                new PostalAddress(single.get("s"), single.get("z"), single.get("c"), single.get("y")),
                single.get("j"),
                custom,
                new RecordFacts(single.get("ro"), labels, Consent.valueOf(required("rc")), links, addedAt, updatedAt));
    }

    private void take(JsonParser json, String key) {
        switch (key) {
            case "e" -> emails = contacts(json);
            case "t" -> phones = contacts(json);
            case "x" -> custom = custom(json);
            case "rl" -> labels = texts(json);
            case "rk" -> links = links(json);
            case "ra" -> addedAt = instant(json);
            case "ru" -> updatedAt = instant(json);
            default -> single.put(key, json.getString());
        }
    }

    private static List<ContactValue> contacts(JsonParser json) {
        List<ContactValue> contacts = new ArrayList<>(4);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String value = "";
            @Nullable String label = null;
            boolean primary = false;
            for (String key = json.nextName(); key != null; key = json.nextName()) {
                json.nextToken();
                switch (key) {
                    case "v" -> value = json.getString();
                    case "l" -> label = json.getString();
                    default -> primary = true;
                }
            }
            contacts.add(new ContactValue(value, label, primary));
        }
        return contacts;
    }

    private static SortedMap<String, String> custom(JsonParser json) {
        SortedMap<String, String> custom = new TreeMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            custom.put(key, json.getString());
        }
        return custom;
    }

    private static List<String> texts(JsonParser json) {
        List<String> texts = new ArrayList<>(4);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getString());
        }
        return texts;
    }

    private static LinkedRecords links(JsonParser json) {
        Map<LinkKind, Integer> counts = new EnumMap<>(LinkKind.class);
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            json.nextToken();
            counts.put(LinkKind.valueOf(key), json.getIntValue());
        }
        return new LinkedRecords(counts);
    }

    private String required(String key) {
        String value = single.get(key);
        if (value == null) {
            throw new IllegalStateException("A person of the mirror has no " + key + ": the store is damaged.");
        }
        return value;
    }

    private static Instant instant(JsonParser json) {
        json.nextToken();
        long seconds = json.getLongValue();
        json.nextToken();
        int nanos = json.getIntValue();
        json.nextToken();
        return Instant.ofEpochSecond(seconds, nanos);
    }
}
