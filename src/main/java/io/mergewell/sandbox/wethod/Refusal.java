package io.mergewell.sandbox.wethod;

import io.mergewell.sandbox.http.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A request that is answered with an error: {@code {"key", "message", "failures": [{"field", "message"}]}}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final byte[] body;

    private Refusal(int status, ObjectNode body) {
        this.status = status;
        this.body = JSON.writeValueAsBytes(body);
    }

    static Refusal of(int status, String key, String message) {
        return new Refusal(status, JSON.createObjectNode().put("key", key).put("message", message));
    }

    /** A value of the request that cannot be. */
    static Refusal of(String field, String message) {
        ObjectNode body = JSON.createObjectNode().put("key", "invalid_data").put("message", "Invalid data.");
        body.putArray("failures").addObject().put("field", field).put("message", message);
        return new Refusal(400, body);
    }

    Answer answer() {
        return Answer.json(status, body);
    }
}
