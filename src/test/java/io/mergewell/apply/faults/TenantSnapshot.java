package io.mergewell.apply.faults;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A RogerRoger tenant at one moment.
 *
 * @param people by id, the archived too, as they are listed
 * @param notes of each of them
 */
public record TenantSnapshot(SortedMap<String, JsonNode> people, SortedMap<String, List<JsonNode>> notes) {

    public boolean isArchived(String person) {
        return people.get(person).path("archivedAt").isString();
    }

    /** Addresses in lower case. */
    public SortedSet<String> emails(String person) {
        SortedSet<String> emails = new TreeSet<>();
        people.get(person)
                .path("emailAddresses")
                .forEach(entry -> emails.add(entry.path("email").stringValue().toLowerCase(Locale.ROOT)));
        return emails;
    }

    /** All that a person holds but the times of change and of archiving. */
    public JsonNode values(String person) {
        ObjectNode values = (ObjectNode) people.get(person).deepCopy();
        values.remove(List.of("archivedAt", "updatedAt"));
        return values;
    }
}
