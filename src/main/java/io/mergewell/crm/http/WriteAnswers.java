package io.mergewell.crm.http;

import io.mergewell.crm.write.Reply;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that answers a write. An answer that is not what it must be leaves open what was done.
 *
 * @param peer name and host, for a sentence
 */
public record WriteAnswers(String peer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the answer says, as far as it is JSON. */
    public Reply read(Answer answer, Function<JsonNode, Reply> reading) {
        if (!answer.isJson()) {
            return unknown("content of type " + answer.contentType() + " where JSON belongs");
        }
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            return unknown("an answer that is not JSON, or ends in the middle");
        }
        return reading.apply(body);
    }

    /**
     * That nobody can tell what was done.
     *
     * @param what the peer sent, as the object of that sentence
     */
    public Reply.Unknown unknown(String what) {
        return new Reply.Unknown(peer + " sent " + what + ", so that it may have been done or not");
    }
}
