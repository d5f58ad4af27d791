package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.PersonRecord;
import io.mergewell.crm.pipedrive.record.RecordShape;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of API v1, which has everything at its root, brought into the shape of v2. Source: the vendor's migration
 * guide to v2. Parts of a value stand beside it under its key and a suffix ({@code _currency}, {@code _until},
 * {@code _route}, …); v2 has them in one object.
 *
 * @param fields tells a list of options ({@code "3,7"}) from a text; asked only if a record has custom fields
 * @param whole whether records hold all there is; if not, custom fields are left out, and whether a person may be
 *     mailed is unknown
 */
record FlatRecord(PersonFields fields, boolean whole) implements RecordShape {

    private static final Pattern CUSTOM = Pattern.compile("([0-9a-f]{40})(?:_(\\w+))?");
    private static final Pattern ADDRESS = Pattern.compile("(postal_address)(?:_(\\w+))?");

    /** Types whose value v1 shows as an object that names it, v2 as its id. */
    private static final List<String> REFERENCES = List.of("org", "people", "user");

    @Override
    public boolean isGone(JsonNode record) {
        return !record.path("active_flag").asBoolean(true);
    }

    @Override
    public Person person(JsonNode record, PersonId id) {
        boolean consentKept = !whole || record.has(PersonFields.CONSENT);
        return new PersonRecord(inShapeOfV2(record), consentKept).person(id);
    }

    private JsonNode inShapeOfV2(JsonNode record) {
        ObjectNode v2 = Json.MAPPER.createObjectNode();
        record.forEachEntry((key, value) -> {
            if (!CUSTOM.matcher(key).matches() && !ADDRESS.matcher(key).matches()) {
                v2.set(key, value);
            }
        });
        v2.set("emails", contacts(record.path("email")));
        v2.set("phones", contacts(record.path("phone")));
        v2.set("owner_id", reference(record.path("owner_id")));
        v2.set("org_id", reference(record.path("org_id")));
        v2.set("label_ids", labels(record));
        v2.set("postal_address", joined(record, ADDRESS).path("postal_address"));
        if (whole) {
            v2.set("custom_fields", custom(record));
        }
        return v2;
    }

    /** A list of entries, or a single value by itself. */
    private static JsonNode contacts(JsonNode contacts) {
        return contacts.isString() ? Json.MAPPER.createArrayNode().add(contacts) : contacts;
    }

    /** An id, bare or as {@code value} or {@code id} of an object that says more about it. */
    private static JsonNode reference(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        return value.has("value") ? value.path("value") : value.path("id");
    }

    /** {@code label_ids} since 2024; before, one {@code label}, of which several are joined by commas. */
    private static JsonNode labels(JsonNode record) {
        JsonNode ids = record.path("label_ids");
        return ids.isArray() ? ids : options(record.path("label"));
    }

    /** {@code "3,7"} or a number as a list of numbers. */
    private static ArrayNode options(JsonNode options) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        Stream.of(Json.text(options).split(",", -1))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .forEach(option -> {
                    if (option.matches("\\d{1,18}")) {
                        list.add(Long.parseLong(option));
                    } else {
                        list.add(option);
                    }
                });
        return list;
    }

    private ObjectNode custom(JsonNode record) {
        ObjectNode custom = joined(record, CUSTOM);
        for (String key : List.copyOf(custom.propertyNames())) {
            JsonNode value = custom.path(key);
            if (!Json.text(value).isEmpty()) {
                String type = fields.type(key);
                if (type.equals("set") && !value.isArray()) {
                    custom.set(key, options(value));
                } else if (REFERENCES.contains(type)) {
                    custom.set(key, reference(value));
                }
            }
        }
        return custom;
    }

    /** Values by key; one with suffixes beside it becomes an object of {@code value} and a member for each suffix. */
    private static ObjectNode joined(JsonNode record, Pattern keys) {
        ObjectNode values = Json.MAPPER.createObjectNode();
        record.forEachEntry((name, value) -> {
            Matcher parts = keys.matcher(name);
            if (parts.matches() && parts.group(2) != null) {
                String key = parts.group(1);
                if (!values.path(key).isObject()) {
                    JsonNode itself = record.path(key);
                    values.putObject(key).set("value", itself.isMissingNode() ? NullNode.getInstance() : itself);
                }
                ((ObjectNode) values.path(key)).set(parts.group(2), value);
            } else if (parts.matches() && !values.has(name)) {
                values.set(name, value);
            }
        });
        return values;
    }
}
