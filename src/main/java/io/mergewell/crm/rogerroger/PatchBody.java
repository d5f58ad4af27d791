package io.mergewell.crm.rogerroger;

import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code PATCH /people/{id}}. A list is replaced whole, so that an entry that stays is written as it was read,
 * with whatever it holds beside the values that we know.
 */
final class PatchBody {

    /** What stands before the key of a field without a place of its own. */
    static final String CUSTOM = "custom.";

    private final JsonNode present;
    private final Person wanted;
    private final ObjectNode body = Json.MAPPER.createObjectNode();

    /** @param present the record as it is now */
    PatchBody(JsonNode present, Person wanted) {
        this.present = present;
        this.wanted = wanted;
    }

    /** A body of RFC 7396. */
    static Body mergePatch(JsonNode body) {
        return new Body("application/merge-patch+json", Json.MAPPER.writeValueAsString(body));
    }

    /** @throws Unwritable for a field or a value that cannot be written */
    Body of(SortedSet<String> fields) {
        fields.forEach(field -> write(field, fields));
        return mergePatch(body);
    }

    private void write(String field, SortedSet<String> fields) {
        switch (field) {
            case "name" -> name(wanted.name());
            case "emails" -> contacts(Writable.EMAILS, "email", null, wanted.emails());
            case "phones" -> contacts(Writable.PHONES, "phoneNumber", "phoneType", wanted.phones());
            case "organisation" -> {
                if (!fields.contains("labels")) {
                    references("organizations", organizations(Writable.of(present, "organizations")));
                }
            }
            case "labels" -> labels();
            case "job-title" -> body.put("jobTitle", wanted.jobTitle());
            case "street" -> part("street", wanted.address().street());
            case "postcode" -> part("postalCode", wanted.address().postcode());
            case "city" -> part("city", wanted.address().city());
            case "country" -> part("country", wanted.address().country());
            default -> custom(field);
        }
    }

    /** Nobody may be without a family name. */
    private void name(PersonName name) {
        String family = name.last() == null ? name.display() : name.last();
        if (family.isBlank()) {
            throw new Unwritable("RogerRoger keeps no person without a family name.");
        }
        body.put("familyName", family);
        if (name.last() != null) {
            body.put("givenName", name.first());
        }
    }

    private void contacts(String list, String key, @Nullable String type, List<ContactValue> contacts) {
        List<JsonNode> held = new ArrayList<>(present.path(list).values());
        ArrayNode entries = body.putArray(list);
        for (ContactValue contact : contacts) {
            ObjectNode entry = entries.addObject();
            held.stream()
                    .filter(one -> contact.value().equals(Json.text(one.path(key))))
                    .findFirst()
                    .filter(held::remove)
                    .ifPresent(one -> one.forEachEntry(entry::set));
            if (Iri.isBlankNode(entry)) {
                entry.remove("@id");
            }
            entry.put(key, contact.value());
            if (type != null && contact.label() != null) {
                entry.put(type, contact.label());
            }
        }
    }

    /** Only lists that change: a segment may be one that RogerRoger fills by itself. */
    private void labels() {
        for (String kind : PersonRecord.REFERENCES) {
            Set<String> paths = new LinkedHashSet<>();
            wanted.facts().labels().stream()
                    .filter(label -> label.contains("/" + kind + "/"))
                    .forEach(paths::add);
            references(kind, kind.equals("organizations") ? organizations(paths) : paths);
        }
    }

    private Set<String> organizations(JsonNode paths) {
        Set<String> all = new LinkedHashSet<>();
        paths.forEach(path -> all.add(path.asString()));
        return organizations(all);
    }

    private Set<String> organizations(Set<String> paths) {
        Organisation organisation = wanted.organisation();
        String id = organisation.id();
        if (id != null && paths.stream().noneMatch(path -> path.endsWith("/" + id))) {
            paths.add("/organizations/" + id);
        }
        return paths;
    }

    private void references(String kind, Set<String> paths) {
        ArrayNode wantedPaths = Json.MAPPER.createArrayNode();
        paths.forEach(wantedPaths::add);
        if (!wantedPaths.equals(Writable.of(present, kind))) {
            body.set(kind, wantedPaths);
        }
    }

    /** An address is written whole, so that its other parts stay whatever the system makes of half of one. */
    private void part(String name, @Nullable String value) {
        if (!body.has(Writable.ADDRESS)) {
            JsonNode before = Writable.of(present, Writable.ADDRESS);
            body.set(Writable.ADDRESS, before.isObject() ? before.deepCopy() : Json.MAPPER.createObjectNode());
        }
        ((ObjectNode) body.path(Writable.ADDRESS)).put(name, value);
    }

    private void custom(String field) {
        String key = field.startsWith(CUSTOM) ? field.substring(CUSTOM.length()) : "";
        if (!PersonRecord.CUSTOM.contains(key)) {
            throw new Unwritable("RogerRoger has no such field that could be written.");
        }
        body.put(key, wanted.custom().get(key));
    }
}
