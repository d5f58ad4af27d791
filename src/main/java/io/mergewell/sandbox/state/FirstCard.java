package io.mergewell.sandbox.state;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.RecordFacts;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.population.GeneratedPerson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/**
 * A generated person as the CRM first keeps it.
 *
 * @param human the truth, which is kept beside the card and never on it
 */
record FirstCard(Card card, String human, List<Lead> leads) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EVERYONE_IN_THE_COMPANY = 3;

    static FirstCard of(GeneratedPerson generated) {
        Person person = generated.person();
        RecordFacts facts = person.facts();
        long id = Long.parseLong(person.id().value());
        long ownerId = Long.parseLong(Objects.requireNonNull(facts.ownerId()));
        Instant added = Objects.requireNonNull(facts.addedAt());
        String organisation = person.organisation().id();
        Card card = new Card(
                id,
                person.name(),
                new Membership(
                        ownerId,
                        organisation == null ? null : Long.valueOf(organisation),
                        EVERYONE_IN_THE_COMPANY,
                        facts.labels().stream().map(Integer::valueOf).toList()),
                person.emails(),
                person.phones(),
                custom(person.custom()),
                links(facts.links(), ownerId),
                new Marketing(facts.consent(), false),
                added,
                Objects.requireNonNull(facts.updatedAt()),
                false);
        return new FirstCard(card, generated.truth(), leads(card, count(facts.links(), LinkKind.LEADS)));
    }

    private static SortedMap<String, JsonNode> custom(Map<String, String> values) {
        SortedMap<String, JsonNode> custom = new TreeMap<>();
        values.forEach((key, value) -> custom.put(key, node(CustomField.of(key).orElseThrow(), value)));
        return custom;
    }

    private static JsonNode node(CustomField field, String value) {
        return switch (field.type()) {
            case DATE, TEXT -> StringNode.valueOf(value);
            case ONE_OPTION -> IntNode.valueOf(Integer.parseInt(value));
            case OPTIONS -> JSON.readTree(value);
        };
    }

    /** The generator counts kinds; how many deals are still open and the like is divided here. */
    private static Links links(LinkedRecords links, long ownerId) {
        int deals = count(links, LinkKind.DEALS);
        int open = (deals + 1) / 3;
        int won = (deals - open + 1) / 2;
        int activities = count(links, LinkKind.ACTIVITIES);
        int planned = activities / 4;
        return new Links(
                Map.of(
                        LinkCount.OPEN_DEALS,
                        open,
                        LinkCount.WON_DEALS,
                        won,
                        LinkCount.LOST_DEALS,
                        deals - open - won,
                        LinkCount.OPEN_ACTIVITIES,
                        planned,
                        LinkCount.DONE_ACTIVITIES,
                        activities - planned,
                        LinkCount.NOTES,
                        count(links, LinkKind.NOTES),
                        LinkCount.FILES,
                        count(links, LinkKind.FILES),
                        LinkCount.MAILS,
                        count(links, LinkKind.MAILS)),
                LongStream.range(0, count(links, LinkKind.FOLLOWERS))
                        .mapToObj(n -> ownerId + n)
                        .toList());
    }

    private static int count(LinkedRecords links, LinkKind kind) {
        return links.count(kind).orElse(0);
    }

    private static List<Lead> leads(Card card, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Lead(
                        leadId(card.id(), n),
                        card.id(),
                        card.membership().ownerId(),
                        card.name().display() + " lead",
                        card.added()))
                .toList();
    }

    private static String leadId(long personId, int number) {
        byte[] name = ("lead " + personId + " " + number).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
