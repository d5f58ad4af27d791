package io.mergewell.sandbox.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as the sandbox sees it.
 *
 * @param path decoded, without the query
 * @param query decoded parameters; of one that is repeated the last
 * @param headers by lower-case name
 * @param body as text in UTF-8; empty where there is none
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** A query parameter; empty if it is absent or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
