package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.settings.Endpoint;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/**
 * The system at the other end.
 *
 * @param system its name, as people write it
 * @param signIn how requests show who we are
 * @param headers what every request carries besides; {@code accept} stands for the usual one
 */
public record Peer(String system, Endpoint endpoint, SignIn signIn, Map<String, String> headers) {

    public Peer {
        headers = Map.copyOf(headers);
    }

    /**
     * A system that takes an API token.
     *
     * @throws CrmException.Misconfigured if the job signs in by OAuth
     */
    public Peer(String system, Endpoint endpoint, TokenHeader token, Map<String, String> headers) {
        this(system, endpoint, FixedToken.of(system, endpoint, token), headers);
    }

    /** A system that takes the token as the whole value of a header and wants no header of its own. */
    public Peer(String system, Endpoint endpoint, String tokenHeader) {
        this(system, endpoint, new TokenHeader(tokenHeader, ""), Map.of());
    }

    /**
     * The request header that carries the token.
     *
     * @param prefix stands before the token, such as {@code "Bearer "}
     */
    public record TokenHeader(String name, String prefix) {}

    /** Name and host, for the beginning of a sentence. */
    public String name() {
        return system + " at " + endpoint.baseUrl().getAuthority();
    }

    /** A request with all the headers that every request carries; its method is GET. */
    HttpRequest.Builder request(String pathAndQuery, SignIn.Proof proof) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + pathAndQuery))
                .header("accept", "application/json")
                .header("accept-encoding", "gzip")
                .header("user-agent", "Mergewell");
        headers.forEach(request::setHeader);
        try {
            return request.header(proof.header(), proof.value().value());
        } catch (IllegalArgumentException quotesTheToken) {
            throw new CrmException.Misconfigured("The token in crm.token holds characters that no token has, such as a"
                    + " line break. Set it anew. Nothing was sent.");
        }
    }
}
