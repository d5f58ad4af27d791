package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CardQuery;
import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.SortBy;
import io.mergewell.sandbox.state.CrmState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v2/persons}: list, get, create, update, delete. */
final class PersonEndpoints {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final int MAX_IDS = 100;
    private static final Map<String, SortBy> SORT_BY =
            Map.of("id", SortBy.ID, "update_time", SortBy.UPDATE_TIME, "add_time", SortBy.ADD_TIME);

    private final CrmState state;
    private final Clock clock;

    PersonEndpoints(CrmState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v2/persons", 10, (request, none) -> list(request)),
                new Route("GET", "/api/v2/persons/{id}", 1, (request, id) -> get(request, id.get(0))),
                new Route("POST", "/api/v2/persons", 5, (request, none) -> create(request)),
                new Route("PATCH", "/api/v2/persons/{id}", 5, (request, id) -> update(request, id.get(0))),
                new Route("DELETE", "/api/v2/persons/{id}", 3, (request, id) -> delete(id.get(0))));
    }

    private Answer list(Request request) {
        PersonJson json = new PersonJson(Shape.of(request));
        CardQuery query = query(request);
        List<Card> cards = state.list(query);
        boolean more = cards.size() == query.limit();
        List<Card> page = more ? cards.subList(0, cards.size() - 1) : cards;
        ArrayNode data = Envelope.JSON.createArrayNode();
        page.forEach(card -> data.add(json.of(card)));
        ObjectNode additional = Envelope.JSON.createObjectNode();
        additional.put("next_cursor", more ? Cursor.of(query.order(), query.placeOf(page.get(page.size() - 1))) : null);
        return Envelope.success(data, additional);
    }

    /**
     * Asks for one card more than the page, to know whether there is a next page. There are no filters here, so every
     * {@code filter_id} matches everybody; as documented, it switches off what else would narrow the list.
     */
    private static CardQuery query(Request request) {
        Parameters parameters = new Parameters(request);
        if (request.parameter("deal_id").isPresent()) {
            throw ApiException.badRequest("deal_id is not supported by the sandbox: its deals are only counted");
        }
        Order order = new Order(
                parameters.choice("sort_by", SORT_BY, SortBy.ID),
                parameters.choice("sort_direction", Map.of("asc", true, "desc", false), true));
        boolean filtered = parameters.number("filter_id") != null;
        return new CardQuery(
                filtered ? null : parameters.numbers("ids", MAX_IDS),
                filtered ? null : parameters.number("owner_id"),
                filtered ? null : parameters.number("org_id"),
                parameters.time("updated_since"),
                parameters.time("updated_until"),
                order,
                request.parameter("cursor")
                        .map(cursor -> Cursor.place(cursor, order))
                        .orElse(null),
                parameters.limit(USUAL_PAGE, LARGEST_PAGE) + 1);
    }

    /** A deleted person is still shown, as deleted: v2 has the field for it, its documentation does not say. */
    private Answer get(Request request, long id) {
        PersonJson json = new PersonJson(Shape.of(request));
        return person(state.find(id).orElse(null), json);
    }

    private Answer create(Request request) {
        PersonPatch values = PersonPatch.ofNew(request.body());
        Card card = state.add(id -> values.created(id, now()));
        return person(card, new PersonJson(Shape.PLAIN));
    }

    private Answer update(Request request, long id) {
        PersonPatch patch = PersonPatch.of(request.body());
        return person(state.change(id, card -> patch.applied(card, now())).orElse(null), new PersonJson(Shape.PLAIN));
    }

    private Answer delete(long id) {
        if (state.change(id, card -> card.deletedAt(now())).isEmpty()) {
            throw ApiException.notFound("Person not found");
        }
        return Envelope.success(Envelope.JSON.createObjectNode().put("id", id));
    }

    private static Answer person(@Nullable Card card, PersonJson json) {
        if (card == null) {
            throw ApiException.notFound("Person not found");
        }
        return Envelope.success(json.of(card));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
