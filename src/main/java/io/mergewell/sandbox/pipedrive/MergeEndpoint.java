package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.MultiValues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code PUT /api/v1/persons/{id}/merge}: the person in the path disappears into the one that {@code merge_with_id}
 * names. Merging a person into itself, or where one of the two is gone, is not documented; here it is an error.
 */
final class MergeEndpoint {

    private static final DateTimeFormatter V1_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CrmState state;
    private final MultiValues multiValues;
    private final Clock clock;

    MergeEndpoint(CrmState state, MultiValues multiValues, Clock clock) {
        this.state = state;
        this.multiValues = multiValues;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(new Route("PUT", "/api/v1/persons/{id}/merge", 40, (request, id) -> merge(request, id.get(0))));
    }

    private Answer merge(Request request, long absorbedId) {
        long survivorId = BodyFields.of(request.body()).number("merge_with_id");
        if (survivorId == absorbedId) {
            throw ApiException.badRequest("A person cannot be merged with itself.");
        }
        requireAlive(absorbedId);
        requireAlive(survivorId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Card survivor = state.merge(absorbedId, survivorId, multiValues, now)
                .orElseThrow(() -> ApiException.badRequest("Person is deleted."));
        return Envelope.success(merged(survivor, absorbedId));
    }

    private void requireAlive(long id) {
        Card card = state.find(id).orElseThrow(() -> ApiException.notFound("Person not found."));
        if (card.deleted()) {
            throw ApiException.badRequest("Person is deleted.");
        }
    }

    /** In the form of v1. Source: OpenAPI description of {@code MergePersonItem}, client for Node 33.7.0. */
    private static ObjectNode merged(Card card, long absorbedId) {
        ObjectNode person = Envelope.JSON.createObjectNode();
        person.put("id", card.id());
        person.put("company_id", UserEndpoints.COMPANY_ID);
        person.put("owner_id", card.membership().ownerId());
        person.put("org_id", card.membership().organisationId());
        person.put("name", card.name().full());
        person.put("first_name", card.name().first());
        person.put("last_name", card.name().last());
        for (PersonCount count : PersonCount.values()) {
            person.put(count.field(), count.of(card.links()));
        }
        person.put("active_flag", !card.deleted());
        person.set("phone", PersonJson.contacts(card.phones()));
        person.set("email", PersonJson.contacts(card.emails()));
        person.put("first_char", card.name().display().substring(0, 1).toLowerCase(Locale.ROOT));
        person.put("update_time", V1_TIME.format(card.updated()));
        person.put("add_time", V1_TIME.format(card.added()));
        person.put("visible_to", String.valueOf(card.membership().visibleTo()));
        person.putNull("picture_id");
        labels(person, card.membership().labels());
        card.custom().forEach((key, value) -> person.put(key, v1(value)));
        person.put("merge_what_id", absorbedId);
        return person;
    }

    private static void labels(ObjectNode person, List<Integer> labels) {
        @Nullable Integer first = labels.isEmpty() ? null : labels.get(0);
        person.put("label", first);
        ArrayNode ids = person.putArray("label_ids");
        labels.forEach(ids::add);
    }

    /** Options are texts in v1, several are joined. */
    private static String v1(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(node -> node.asString()).collect(Collectors.joining(","))
                : value.asString();
    }
}
