package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import java.util.Locale;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of an update of a person, of which that of a creation is made too. Lists replace the whole list, null clears a
 * field. Source: {@code UpdatePersonRequest} (v2) and {@code BasicPersonRequest} (v1) in the client for Node 33.7.0.
 */
final class PersonBody {

    /** What stands before the key of a custom field. */
    static final String CUSTOM = "custom.";

    private final Person wanted;
    private final PersonFields fields;
    private final Places places;
    private final ObjectNode body = Json.MAPPER.createObjectNode();

    /** A person as it shall be, for one API. */
    PersonBody(Person wanted, PersonFields fields, Places places) {
        this.wanted = wanted;
        this.fields = fields;
        this.places = places;
    }

    /**
     * As JSON.
     *
     * @param names of fields that the API writes
     * @throws Unwritable for a field or a value that cannot be written
     */
    ObjectNode json(SortedSet<String> names) {
        names.forEach(this::write);
        return body;
    }

    private void write(String name) {
        switch (name) {
            case "name" -> name();
            case "emails" -> body.set(places.emails(), ContactEntries.of(wanted.emails()));
            case "phones" -> body.set(places.phones(), ContactEntries.of(wanted.phones()));
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
            throw new Unwritable("Pipedrive keeps no person without a name.");
        }
        body.put("name", name);
    }

    private void organisation() {
        String id = wanted.organisation().id();
        if (id == null && wanted.organisation().name() != null) {
            throw new Unwritable("Pipedrive knows organisations by their ids.");
        }
        body.put("org_id", id == null ? null : number(id));
    }

    private void labels() {
        ArrayNode ids = body.putArray("label_ids");
        wanted.facts().labels().forEach(label -> ids.add(number(label)));
    }

    private static Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException quotesIt) {
            throw new Unwritable("Pipedrive knows labels and organisations by numbers.");
        }
    }

    private void custom(String name) {
        String key = name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : "";
        PersonFields.Form form = fields.form(key)
                .orElseThrow(() -> new Unwritable("Pipedrive has no such field that could be written."));
        @Nullable String text = wanted.custom().get(key);
        places.custom(body, key, text == null ? NullNode.getInstance() : form.json(text));
    }

    private static String status(Consent consent) {
        return switch (consent) {
            case NO_CONSENT, SUBSCRIBED, UNSUBSCRIBED, ARCHIVED ->
                consent.name().toLowerCase(Locale.ROOT);
            case UNKNOWN, NOT_KEPT -> throw new Unwritable("A consent that is unknown is not written.");
        };
    }
}
