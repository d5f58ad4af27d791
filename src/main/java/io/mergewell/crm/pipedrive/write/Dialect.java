package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.PersonFields;
import java.util.function.BiFunction;

/**
 * How one of Pipedrive's APIs says what the other says too. Prices are {@code x-token-cost} in Pipedrive's OpenAPI
 * descriptions.
 *
 * @param persons the path of all persons, behind which a single one's id stands
 * @param update the method of an update
 * @param tokens the price of an update, and of a creation
 * @param deletionTokens the price of a call that deletes, however many persons it names
 * @param places where a body has what
 * @param fields finds out which fields persons have; takes name and host, for a sentence, and a connection
 */
public record Dialect(
        String persons,
        String update,
        long tokens,
        long deletionTokens,
        Places places,
        BiFunction<String, HttpReads, PersonFields> fields) {}
