package io.mergewell.sandbox.rogerroger;

import io.mergewell.sandbox.http.Answer;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers in the form of API Platform. */
final class JsonLd {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLd() {}

    static Answer of(int status, JsonNode body) {
        return answer(status, body, "application/ld+json; charset=utf-8");
    }

    static Answer error(int status, String detail) {
        ObjectNode body = JSON.createObjectNode();
        body.put("@type", "Error");
        body.put("title", "An error occurred");
        body.put("status", status);
        body.put("detail", detail);
        body.put("message", detail);
        return answer(status, body, "application/problem+json; charset=utf-8");
    }

    /** The object in a request's body. */
    static JsonNode object(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // Answered below.
        }
        throw ApiException.badRequest("Syntax error");
    }

    private static Answer answer(int status, JsonNode body, String type) {
        return Answer.json(status, JSON.writeValueAsBytes(body)).with(Map.of("content-type", type));
    }
}
