package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.pipedrive.ContactEntries;
import io.mergewell.crm.pipedrive.Json;
import io.mergewell.crm.pipedrive.PersonFields;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code PUT /api/v1/persons/{id}}, of which that of a creation is made too. Lists replace the whole list,
 * null clears a field, custom fields stand at the root. Source: {@code BasicPersonRequest} in the vendor's client for
 * Node.
 */
final class PutBody {

    /** What stands before the key of a custom field. */
    static final String CUSTOM = "custom.";

    /** Parts of a value that are set beside it; what an address is made of, Pipedrive finds out itself. */
    private static final List<String> PARTS = List.of("currency", "until", "timezone_id");

    private final Person wanted;
    private final PersonFields fields;
    private final ObjectNode body = Json.MAPPER.createObjectNode();

    PutBody(Person wanted, PersonFields fields) {
        this.wanted = wanted;
        this.fields = fields;
    }

    /** @throws IllegalArgumentException for a field or a value that cannot be written */
    ObjectNode json(SortedSet<String> names) {
        names.forEach(this::write);
        return body;
    }

    private void write(String name) {
        switch (name) {
            case "name" -> name();
            case "emails" -> body.set("email", ContactEntries.of(wanted.emails()));
            case "phones" -> body.set("phone", ContactEntries.of(wanted.phones()));
            case "organisation" -> organisation();
            case "labels" -> labels();
            case "consent" ->
                body.put(PersonFields.CONSENT, status(wanted.facts().consent()));
            default -> custom(name);
        }
    }

    private void name() {
        String name = wanted.name().display();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Pipedrive keeps no person without a name.");
        }
        body.put("name", name);
    }

    private void organisation() {
        String id = wanted.organisation().id();
        if (id == null && wanted.organisation().name() != null) {
            throw new IllegalArgumentException("Pipedrive knows organisations by their ids.");
        }
        body.put("org_id", id == null ? null : Long.valueOf(id));
    }

    private void labels() {
        ArrayNode ids = body.putArray("label_ids");
        wanted.facts().labels().forEach(label -> ids.add(Long.valueOf(label)));
    }

    private void custom(String name) {
        String key = name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : "";
        PersonFields.Form form = fields.form(key)
                .orElseThrow(() -> new IllegalArgumentException("Pipedrive has no such field that could be written."));
        @Nullable String text = wanted.custom().get(key);
        if (text == null) {
            body.putNull(key);
            return;
        }
        JsonNode value = form.json(text);
        if (value.isArray()) {
            body.put(key, value.valueStream().map(Json::text).collect(Collectors.joining(",")));
        } else if (value.isObject()) {
            body.set(key, value.path("value"));
            PARTS.stream().filter(value::has).forEach(part -> body.set(key + "_" + part, value.path(part)));
        } else {
            body.set(key, value);
        }
    }

    private static String status(Consent consent) {
        return switch (consent) {
            case NO_CONSENT, SUBSCRIBED, UNSUBSCRIBED, ARCHIVED ->
                consent.name().toLowerCase(Locale.ROOT);
            case UNKNOWN, NOT_KEPT -> throw new IllegalArgumentException("A consent that is unknown is not written.");
        };
    }
}
