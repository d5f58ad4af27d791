package io.mergewell.crm.pipedrive;

import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code PATCH /api/v2/persons/{id}}, of which that of a creation is made too. Lists replace the whole list, null clears a field. Source: {@code
 * UpdatePersonRequest} in the client for Node 33.7.0.
 */
final class PatchBody {

    /** What stands before the key of a custom field. */
    static final String CUSTOM = "custom.";

    private final Person wanted;
    private final PersonFields fields;
    private final ObjectNode body = Json.MAPPER.createObjectNode();

    PatchBody(Person wanted, PersonFields fields) {
        this.wanted = wanted;
        this.fields = fields;
    }

    /** As JSON. @throws IllegalArgumentException for a field or a value that cannot be written */
    String of(SortedSet<String> names) {
        return Json.MAPPER.writeValueAsString(json(names));
    }

    ObjectNode json(SortedSet<String> names) {
        names.forEach(this::write);
        return body;
    }

    private void write(String name) {
        switch (name) {
            case "name" -> name();
            case "emails" -> body.set("emails", ContactEntries.of(wanted.emails()));
            case "phones" -> body.set("phones", ContactEntries.of(wanted.phones()));
            case "organisation" -> organisation();
            case "labels" -> labels();
            case "consent" ->
                body.put(PersonFields.CONSENT, status(wanted.facts().consent()));
            case "birth-date" -> body.put(PersonFields.BIRTHDAY, wanted.birthDate());
            case "job-title" -> body.put(PersonFields.JOB_TITLE, wanted.jobTitle());
            default -> custom(name);
        }
    }

    /** Pipedrive splits the name into its parts itself; they are no part of what can be written. */
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
        body.put("org_id", id == null ? null : number(id));
    }

    private void labels() {
        ArrayNode ids = body.putArray("label_ids");
        wanted.facts().labels().forEach(label -> ids.add(number(label)));
    }

    private void custom(String name) {
        String key = name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : "";
        PersonFields.Form form = fields.form(key)
                .orElseThrow(() -> new IllegalArgumentException("Pipedrive has no such field that could be written."));
        @Nullable String value = wanted.custom().get(key);
        ObjectNode custom = body.withObjectProperty("custom_fields");
        if (value == null) {
            custom.putNull(key);
        } else {
            custom.set(key, form.json(value));
        }
    }

    private static Long number(String id) {
        return Long.valueOf(id);
    }

    private static String status(Consent consent) {
        return switch (consent) {
            case NO_CONSENT -> "no_consent";
            case SUBSCRIBED -> "subscribed";
            case UNSUBSCRIBED -> "unsubscribed";
            case ARCHIVED -> "archived";
            case UNKNOWN, NOT_KEPT -> throw new IllegalArgumentException("A consent that is unknown is not written.");
        };
    }
}
