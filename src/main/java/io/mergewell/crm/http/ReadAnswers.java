package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that answers a question of status 200.
 *
 * @param peer name and host, for a sentence
 */
public record ReadAnswers(String peer) {

    /**
     * The whole of it.
     *
     * @throws PassingTrouble if the answer is cut short
     * @throws CrmException.BrokenContract if it is no JSON
     */
    public JsonNode tree(JsonMapper mapper, Answer answer) throws PassingTrouble {
        return read(answer, mapper::readTree);
    }

    /** Reads JSON. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * What it says.
         *
         * @throws JacksonException if it is none
         */
        T read(byte[] body);
    }

    /**
     * What a reader makes of it; throws as {@link #tree} does.
     *
     * @param reading may throw Jackson's exceptions, whose messages quote the answer and are left out
     */
    public <T> T read(Answer answer, Reading<T> reading) throws PassingTrouble {
        if (!answer.isJson()) {
            throw broken("answered with content of type " + answer.contentType() + " where JSON belongs");
        }
        if (answer.body().length == 0) {
            throw PassingTrouble.unfinished("sent an empty answer");
        }
        try {
            return reading.read(answer.body());
        } catch (UnexpectedEndOfInputException cut) {
            throw PassingTrouble.unfinished("sent an answer that ends in the middle");
        } catch (JacksonException malformed) {
            throw broken("sent an answer that is not JSON");
        }
    }

    /**
     * What is thrown where a page is not what it must be.
     *
     * @param what completes the sentence that begins with the peer
     */
    public CrmException.BrokenContract broken(String what) {
        return new CrmException.BrokenContract(
                peer + " " + what + ". Nothing of this page was kept; the pages before it are.");
    }
}
