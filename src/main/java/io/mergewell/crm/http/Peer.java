package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Endpoint;
import java.net.URI;
import java.net.http.HttpRequest;

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

    /** A request with all the headers that every request carries; its method is GET. */
    HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + pathAndQuery))
                .header("accept", "application/json")
                .header("accept-encoding", "gzip")
                .header("user-agent", "Mergewell");
        try {
            return request.header(tokenHeader, endpoint.token().value());
        } catch (IllegalArgumentException quotesTheToken) {
            throw new CrmException.Misconfigured("The token in crm.token holds characters that no token has, such as a"
                    + " line break. Set it anew. Nothing was sent.");
        }
    }
}
