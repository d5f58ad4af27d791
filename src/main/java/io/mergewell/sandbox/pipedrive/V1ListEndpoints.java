package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CardQuery;
import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.Place;
import io.mergewell.sandbox.state.CardQuery.SortBy;
import io.mergewell.sandbox.state.CrmState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/persons} by row numbers and {@code /api/v1/persons/collection} by a cursor; neither shows the deleted. */
final class V1ListEndpoints {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final Order BY_ID = new Order(SortBy.ID, true);
    private static final Map<String, Order> ORDERS = Map.of(
            "id", BY_ID,
            "id asc", BY_ID,
            "id desc", new Order(SortBy.ID, false),
            "update_time asc", new Order(SortBy.UPDATE_TIME, true),
            "update_time desc", new Order(SortBy.UPDATE_TIME, false),
            "add_time asc", new Order(SortBy.ADD_TIME, true),
            "add_time desc", new Order(SortBy.ADD_TIME, false));

    private final CrmState state;

    V1ListEndpoints(CrmState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/persons", 20, (request, none) -> list(request)),
                new Route("GET", "/api/v1/persons/collection", 10, (request, none) -> collection(request)));
    }

    /** As in v2, a filter matches everybody here and switches off what else would narrow the list. */
    private Answer list(Request request) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
        @Nullable Long start = parameters.number("start");
        boolean filtered = parameters.number("filter_id") != null;
        Selected selected = new Selected(
                filtered ? null : parameters.number("user_id"),
                null,
                null,
                filtered ? "" : request.parameter("first_char").orElse(""),
                order(request));
        long from = start == null ? 0 : Math.max(0, start);
        List<Card> cards = cards(selected, null, from, limit + 1);
        boolean more = cards.size() > limit;
        ArrayNode data = Envelope.JSON.createArrayNode();
        cards.stream().limit(limit).map(V1PersonJson::whole).forEach(data::add);
        ObjectNode additional = Envelope.JSON.createObjectNode();
        ObjectNode pagination = additional
                .putObject("pagination")
                .put("start", from)
                .put("limit", limit)
                .put("more_items_in_collection", more);
        if (more) {
            pagination.put("next_start", from + limit);
        }
        return data.isEmpty()
                ? Envelope.success(Envelope.JSON.nullNode(), additional)
                : Envelope.success(data, additional);
    }

    private Answer collection(Request request) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
        Selected selected = new Selected(
                parameters.number("owner_id"),
                time(request, "since"),
                time(request, "until"),
                request.parameter("first_char").orElse(""),
                BY_ID);
        @Nullable
        Place after = request.parameter("cursor")
                .map(cursor -> Cursor.place(cursor, BY_ID))
                .orElse(null);
        List<Card> cards = cards(selected, after, 0, limit + 1);
        boolean more = cards.size() > limit;
        ArrayNode data = Envelope.JSON.createArrayNode();
        cards.stream().limit(limit).map(V1PersonJson::brief).forEach(data::add);
        ObjectNode additional = Envelope.JSON.createObjectNode();
        long last = more ? cards.get(limit - 1).id() : 0;
        additional.put("next_cursor", more ? Cursor.of(BY_ID, new Place(last, last)) : null);
        return Envelope.success(data, additional);
    }

    /**
     * Which cards a request is about.
     *
     * @param firstChar the letter that names begin with; empty for any
     */
    private record Selected(
            @Nullable Long owner,
            @Nullable Instant since,
            @Nullable Instant until,
            String firstChar,
            Order order) {

        CardQuery query(@Nullable Place after, long offset, int limit) {
            return new CardQuery(null, owner, null, since, until, order, after, offset, limit);
        }

        boolean begins(Card card) {
            return firstChar.isEmpty() || V1PersonJson.firstChar(card).equals(firstChar.toLowerCase(Locale.ROOT));
        }
    }

    /** The state knows nothing of first letters, so that these are looked for card by card. */
    private List<Card> cards(Selected selected, @Nullable Place after, long offset, int limit) {
        if (selected.firstChar().isEmpty()) {
            return state.list(selected.query(after, offset, limit));
        }
        List<Card> found = new ArrayList<>();
        long left = offset;
        @Nullable Place place = after;
        List<Card> some;
        do {
            CardQuery query = selected.query(place, 0, LARGEST_PAGE);
            some = state.list(query);
            for (Card card : some) {
                place = query.placeOf(card);
                if (selected.begins(card) && left-- <= 0 && found.size() < limit) {
                    found.add(card);
                }
            }
        } while (!some.isEmpty() && found.size() < limit);
        return found;
    }

    private static Order order(Request request) {
        String sort = request.parameter("sort").orElse("id").toLowerCase(Locale.ROOT);
        @Nullable Order order = ORDERS.get(sort);
        if (order == null) {
            throw ApiException.badRequest("sort has a value that is not supported");
        }
        return order;
    }

    private static @Nullable Instant time(Request request, String name) {
        return request.parameter(name).map(text -> V1Time.of(name, text)).orElse(null);
    }
}
