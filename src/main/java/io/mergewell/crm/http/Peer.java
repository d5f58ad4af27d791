package io.mergewell.crm.http;

import io.mergewell.crm.Endpoint;
import java.net.URI;

/**
 * The system at the other end.
 *
 * @param system its name, as people write it
 * @param tokenHeader the request header that carries the token; the token is never part of an address
 */
public record Peer(String system, Endpoint endpoint, String tokenHeader) {

    /** Name and host, for the beginning of a sentence. */
    public String name() {
        return system + " at " + endpoint.baseUrl().getAuthority();
    }

    URI at(String pathAndQuery) {
        return URI.create(endpoint.baseUrl() + pathAndQuery);
    }
}
