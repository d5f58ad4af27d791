package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CrmState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/persons}: get, create, update, delete one or several. */
final class V1PersonEndpoints {

    private static final int MOST_DELETIONS = 1_000;

    private final CrmState state;
    private final Clock clock;

    V1PersonEndpoints(CrmState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/persons/{id}", 2, (request, id) -> person(state.find(id.get(0)))),
                new Route("POST", "/api/v1/persons", 10, (request, none) -> create(request)),
                new Route("PUT", "/api/v1/persons/{id}", 10, (request, id) -> update(request, id.get(0))),
                new Route("DELETE", "/api/v1/persons/{id}", 6, (request, id) -> delete(id.get(0))),
                new Route("DELETE", "/api/v1/persons", 10, (request, none) -> deleteSeveral(request)));
    }

    private Answer create(Request request) {
        PersonPatch values = PersonPatch.ofNew(V1Body.inFormOfV2(request.body()));
        return person(Optional.of(state.add(id -> values.created(id, now()))));
    }

    private Answer update(Request request, long id) {
        PersonPatch patch = PersonPatch.of(V1Body.inFormOfV2(request.body()));
        return person(state.change(id, card -> patch.applied(card, now())));
    }

    private Answer delete(long id) {
        if (!deleted(id)) {
            throw ApiException.notFound("Person not found.");
        }
        return Envelope.success(Envelope.JSON.createObjectNode().put("id", id));
    }

    /** One by one, in the order they are named; who is not there is passed over. */
    private Answer deleteSeveral(Request request) {
        @Nullable List<Long> ids = new Parameters(request).numbers("ids", MOST_DELETIONS);
        if (ids == null) {
            throw ApiException.badRequest("ids is required");
        }
        ObjectNode data = Envelope.JSON.createObjectNode();
        ArrayNode gone = data.putArray("id");
        ids.stream().filter(this::deleted).forEach(gone::add);
        return Envelope.success(data);
    }

    private boolean deleted(long id) {
        return state.change(id, card -> card.deletedAt(now())).isPresent();
    }

    private static Answer person(Optional<Card> card) {
        return Envelope.success(V1PersonJson.whole(card.orElseThrow(() -> ApiException.notFound("Person not found."))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
