package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.Lead;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /api/v1/leads}, which is the only way to learn of a person's leads: no count tells of them. Archived ones
 * have a list of their own; here no lead is ever archived. Source: the types of the client for Node 33.7.0.
 */
final class LeadEndpoint {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final CrmState state;

    LeadEndpoint(CrmState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/leads", 20, (request, none) -> list(request, false)),
                new Route("GET", "/api/v1/leads/archived", 20, (request, none) -> list(request, true)));
    }

    private Answer list(Request request, boolean archived) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.limit(USUAL_PAGE, LARGEST_PAGE);
        Long start = parameters.number("start");
        long from = start == null ? 0 : Math.max(0, start);
        List<Lead> leads = archived ? List.of() : state.leads(parameters.number("person_id"), from, limit + 1);
        ArrayNode data = Envelope.JSON.createArrayNode();
        leads.stream().limit(limit).forEach(lead -> data.add(json(lead)));
        ObjectNode additional = Envelope.JSON.createObjectNode();
        additional.put("start", from).put("limit", limit).put("more_items_in_collection", leads.size() > limit);
        return Envelope.success(data, additional);
    }

    private static ObjectNode json(Lead lead) {
        ObjectNode json = Envelope.JSON.createObjectNode();
        json.put("id", lead.id());
        json.put("title", lead.title());
        json.put("owner_id", lead.ownerId());
        json.put("creator_id", lead.ownerId());
        json.putArray("label_ids");
        json.put("person_id", lead.personId());
        json.putNull("organization_id");
        json.put("source_name", "API");
        json.put("origin", "API");
        json.putNull("origin_id");
        json.putNull("channel");
        json.putNull("channel_id");
        json.putNull("source_deal_id");
        json.put("is_archived", false);
        json.put("was_seen", true);
        json.putNull("value");
        json.putNull("expected_close_date");
        json.putNull("next_activity_id");
        json.put("add_time", lead.added().toString());
        json.put("update_time", lead.added().toString());
        json.put("visible_to", "3");
        json.put("cc_email", "sandbox+lead" + lead.id() + "@pipedrivemail.com");
        return json;
    }
}
