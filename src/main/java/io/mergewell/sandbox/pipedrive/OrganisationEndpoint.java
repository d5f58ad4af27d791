package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.CardQuery;
import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.SortBy;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.world.Company;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /api/v2/organizations?ids=…}. An organisation is there as long as somebody belongs to it. Source:
 * {@code OrganizationItem}, client for Node 33.7.0.
 */
final class OrganisationEndpoint {

    private static final int MAX_IDS = 100;
    private static final Order BY_ID = new Order(SortBy.ID, true);

    private final CrmState state;

    OrganisationEndpoint(CrmState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/api/v2/organizations", 10, (request, none) -> list(request)));
    }

    private Answer list(Request request) {
        List<Long> ids = Optional.ofNullable(new Parameters(request).numbers("ids", MAX_IDS))
                .orElseThrow(
                        () -> ApiException.badRequest("ids is missing: the sandbox lists organizations by ids alone"));
        ArrayNode data = Envelope.JSON.createArrayNode();
        ids.stream()
                .sorted()
                .filter(this::exists)
                .map(OrganisationEndpoint::json)
                .forEach(data::add);
        ObjectNode additional = Envelope.JSON.createObjectNode();
        additional.putNull("next_cursor");
        return Envelope.success(data, additional);
    }

    private boolean exists(long id) {
        return id > 0
                && !state.list(new CardQuery(null, null, id, null, null, BY_ID, null, 1))
                        .isEmpty();
    }

    private static ObjectNode json(long id) {
        ObjectNode organisation = Envelope.JSON.createObjectNode();
        organisation.put("id", id);
        organisation.put("name", Company.nameOf(id));
        organisation.put("owner_id", UserEndpoints.USER_ID);
        organisation.put("is_deleted", false);
        organisation.put("visible_to", 3);
        organisation.putArray("label_ids");
        organisation.putObject("custom_fields");
        return organisation;
    }
}
