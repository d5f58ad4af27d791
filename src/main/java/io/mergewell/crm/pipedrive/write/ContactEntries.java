package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.person.ContactValue;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** E-mails or phones as both APIs take them: a list of {@code {value, primary, label}}. */
final class ContactEntries {

    private ContactEntries() {}

    /** Exactly one is primary: the first that is meant to be, else the first. */
    static ArrayNode of(List<ContactValue> contacts) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        int primary = 0;
        while (primary < contacts.size() && !contacts.get(primary).primary()) {
            primary++;
        }
        primary = primary == contacts.size() ? 0 : primary;
        for (int i = 0; i < contacts.size(); i++) {
            ContactValue contact = contacts.get(i);
            ObjectNode entry = list.addObject().put("value", contact.value()).put("primary", i == primary);
            if (contact.label() != null) {
                entry.put("label", contact.label());
            }
        }
        return list;
    }
}
