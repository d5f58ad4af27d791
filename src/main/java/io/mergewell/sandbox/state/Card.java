package io.mergewell.sandbox.state;

import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One person as the CRM keeps it.
 *
 * @param custom values by the 40-character key of their field, as the API shows them
 * @param deleted marked as deleted, by a delete or because it was merged into another
 */
public record Card(
        long id,
        PersonName name,
        Membership membership,
        List<ContactValue> emails,
        List<ContactValue> phones,
        SortedMap<String, JsonNode> custom,
        Links links,
        Marketing marketing,
        Instant added,
        Instant updated,
        boolean deleted) {

    public Card {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        custom = Collections.unmodifiableSortedMap(new TreeMap<>(custom));
    }

    /** The card as a delete leaves it: the time of the delete is its last update. */
    public Card deletedAt(Instant when) {
        return new Card(id, name, membership, emails, phones, custom, links, marketing, added, when, true);
    }

    /** The card back among the living. */
    public Card revivedAt(Instant when) {
        return new Card(id, name, membership, emails, phones, custom, links, marketing, added, when, false);
    }

    /** The card with another marketing status. */
    public Card with(Marketing other) {
        return new Card(id, name, membership, emails, phones, custom, links, other, added, updated, deleted);
    }

    /** The card with nothing hanging on it any more. */
    public Card withoutLinks() {
        return new Card(id, name, membership, emails, phones, custom, Links.NONE, marketing, added, updated, deleted);
    }
}
