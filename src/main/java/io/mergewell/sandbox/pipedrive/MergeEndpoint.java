package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.MultiValues;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code PUT /api/v1/persons/{id}/merge}: the person in the path disappears into the one that {@code merge_with_id}
 * names. Merging a person into itself, or where one of the two is gone, is not documented; here it is an error.
 */
final class MergeEndpoint {

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
        return Envelope.success(V1PersonJson.merged(survivor, absorbedId));
    }

    private void requireAlive(long id) {
        Card card = state.find(id).orElseThrow(() -> ApiException.notFound("Person not found."));
        if (card.deleted()) {
            throw ApiException.badRequest("Person is deleted.");
        }
    }
}
