package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Pipedrive wraps every answer in. */
final class Envelope {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ADVICE = "Please check developers.pipedrive.com";

    private Envelope() {}

    static Answer success(JsonNode data) {
        return answer(200, JSON.createObjectNode().put("success", true).set("data", data));
    }

    static Answer success(JsonNode data, JsonNode additionalData) {
        ObjectNode body = JSON.createObjectNode().put("success", true);
        body.set("data", data);
        body.set("additional_data", additionalData);
        return answer(200, body);
    }

    static Answer error(int status, String message) {
        ObjectNode body = JSON.createObjectNode()
                .put("success", false)
                .put("error", message)
                .put("error_info", ADVICE);
        body.putNull("data");
        body.putNull("additional_data");
        return answer(status, body);
    }

    /** The gateway's own answer, as the live API gave it on 2026-09-26. */
    static Answer unauthorized() {
        return answer(
                401,
                JSON.createObjectNode()
                        .put("success", false)
                        .put("error", "unauthorized access")
                        .put("errorCode", 401)
                        .put("error_info", ADVICE));
    }

    private static Answer answer(int status, JsonNode body) {
        return Answer.json(status, JSON.writeValueAsBytes(body));
    }
}
