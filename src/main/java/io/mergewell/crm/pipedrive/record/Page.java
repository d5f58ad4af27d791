package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** One page of a list that is small enough to be read in one piece. */
public final class Page {

    private Page() {}

    /**
     * The whole answer, if it is what a list answers.
     *
     * @param what for a sentence, such as {@code list of leads}
     * @throws PassingTrouble if the answer is cut short
     */
    public static JsonNode parse(String peer, String what, Answer answer) throws PassingTrouble {
        if (answer.status() != 200 || !answer.isJson()) {
            throw broken(peer, what, "status " + answer.status() + " and content of type " + answer.contentType());
        }
        if (answer.body().length == 0) {
            throw PassingTrouble.unfinished("sent an empty answer");
        }
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(answer.body());
        } catch (UnexpectedEndOfInputException cut) {
            throw PassingTrouble.unfinished("sent an answer that ends in the middle");
        } catch (JacksonException malformed) {
            throw broken(peer, what, "what is not JSON");
        }
        JsonNode data = body.path("data");
        if (!body.path("success").asBoolean(false) || !(data.isArray() || data.isNull())) {
            throw broken(peer, what, "no list");
        }
        return body;
    }

    private static CrmException.BrokenContract broken(String peer, String what, String answer) {
        return new CrmException.BrokenContract(peer + " answered the " + what + " with " + answer + ".");
    }
}
