package io.mergewell.sandbox.state;

import io.mergewell.person.ContactValue;
import io.mergewell.person.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Pipedrive does when two persons become one: the survivor's data wins, its blanks are filled from the other, and
 * whatever hung on the other moves. Source: its tutorial "Merging two persons via Pipedrive API".
 */
final class Merge {

    private final MultiValues multiValues;

    Merge(MultiValues multiValues) {
        this.multiValues = multiValues;
    }

    /** The survivor's card after the merge. */
    Card into(Card survivor, Card absorbed, Instant when) {
        return new Card(
                survivor.id(),
                name(survivor.name(), absorbed.name()),
                membership(survivor.membership(), absorbed.membership()),
                contacts(survivor.emails(), absorbed.emails()),
                contacts(survivor.phones(), absorbed.phones()),
                custom(survivor.custom(), absorbed.custom()),
                survivor.links().plus(absorbed.links()),
                survivor.marketing(),
                survivor.added(),
                when,
                false);
    }

    private static PersonName name(PersonName survivor, PersonName absorbed) {
        return new PersonName(
                survivor.full(), filled(survivor.first(), absorbed.first()), filled(survivor.last(), absorbed.last()));
    }

    private Membership membership(Membership survivor, Membership absorbed) {
        return new Membership(
                survivor.ownerId(),
                filled(survivor.organisationId(), absorbed.organisationId()),
                survivor.visibleTo(),
                values(survivor.labels(), absorbed.labels(), label -> label));
    }

    private List<ContactValue> contacts(List<ContactValue> survivor, List<ContactValue> absorbed) {
        boolean none = survivor.isEmpty();
        List<ContactValue> added = absorbed.stream()
                .map(contact -> none ? contact : new ContactValue(contact.value(), contact.label(), false))
                .toList();
        return values(survivor, added, contact -> contact.value().toLowerCase(Locale.ROOT));
    }

    private <V, K> List<V> values(List<V> survivor, List<V> absorbed, Function<V, K> key) {
        if (survivor.isEmpty() || multiValues == MultiValues.KEPT) {
            return survivor.isEmpty() ? absorbed : survivor;
        }
        List<K> known = survivor.stream().map(key).toList();
        Predicate<V> isNew = value -> !known.contains(key.apply(value));
        List<V> united = new ArrayList<>(survivor);
        absorbed.stream().filter(isNew).forEach(united::add);
        return united;
    }

    private static SortedMap<String, JsonNode> custom(
            SortedMap<String, JsonNode> survivor, SortedMap<String, JsonNode> absorbed) {
        SortedMap<String, JsonNode> filled = new TreeMap<>(absorbed);
        filled.putAll(survivor);
        return filled;
    }

    private static <V> @Nullable V filled(@Nullable V survivor, @Nullable V absorbed) {
        return survivor == null ? absorbed : survivor;
    }
}
