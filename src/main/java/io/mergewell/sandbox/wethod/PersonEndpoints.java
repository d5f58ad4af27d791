package io.mergewell.sandbox.wethod;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CardQuery;
import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.SortBy;
import io.mergewell.sandbox.state.CrmState;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code GET /api/persons} and {@code GET /api/persons/{id}}. The order is documented nowhere; here it is that of the
 * last change, in which whoever is changed moves to the end.
 */
final class PersonEndpoints {

    private static final int LARGEST_PAGE = 100;
    private static final int LAST_OFFSET = 10_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CrmState state;

    PersonEndpoints(CrmState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/persons", 0, (request, none) -> list(request)),
                new Route("GET", "/api/persons/{id}", 0, (request, id) -> get(id.get(0))));
    }

    private Answer list(Request request) {
        int limit = number(request, "limit", LARGEST_PAGE, 1, LARGEST_PAGE);
        int offset = number(request, "offset", 0, 0, LAST_OFFSET);
        UpdatedAt updated =
                request.parameter("updated_at").map(UpdatedAt::parse).orElse(UpdatedAt.ANY);
        List<Card> cards = state.list(new CardQuery(
                null,
                null,
                null,
                updated.since(),
                updated.until(),
                new Order(SortBy.UPDATE_TIME, true),
                null,
                offset + limit));
        ArrayNode page = JSON.createArrayNode();
        cards.stream().skip(offset).forEach(card -> page.add(PersonJson.of(card)));
        return json(page);
    }

    private Answer get(long id) {
        return json(state.find(id)
                .map(PersonJson::of)
                .orElseThrow(() -> Refusal.of(404, "not_found", "The resource does not exist.")));
    }

    private static int number(Request request, String name, int usual, int least, int most) {
        String text = request.parameter(name).orElse(String.valueOf(usual));
        if (!text.matches("\\d{1,8}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Refusal.of(name, "This value is out of range.");
        }
        return Integer.parseInt(text);
    }

    private static Answer json(JsonNode body) {
        return Answer.json(200, JSON.writeValueAsBytes(body));
    }
}
