package io.mergewell.crm.pipedrive;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.oauth.OauthSignIn;
import io.mergewell.crm.oauth.TokenEndpoint;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * How requests to Pipedrive show who we are: an API token in the header {@code x-api-token}, or the access token of an
 * app. Source: "OAuth authorization" in Pipedrive's documentation.
 */
public final class PipedriveAccess {

    private static final String SYSTEM = "Pipedrive";
    private static final String TOKENS = "/oauth/token";
    private static final URI OAUTH = URI.create("https://oauth.pipedrive.com" + TOKENS);

    private PipedriveAccess() {}

    /**
     * Pipedrive at an address. Whoever reads and whoever writes share one, so that they share its access token.
     *
     * @param timeout for asking for an access token
     * @param waiter waits between two attempts to get one
     */
    public static Peer peer(Endpoint endpoint, Duration timeout, Waiter waiter) {
        return peer(endpoint, timeout, waiter, Clock.systemUTC());
    }

    /** @param clock tells when an access token has run out */
    static Peer peer(Endpoint endpoint, Duration timeout, Waiter waiter, Clock clock) {
        if (endpoint.credential() instanceof Credential.OAuth app) {
            TokenEndpoint tokens = new TokenEndpoint(SYSTEM, tokens(endpoint), app, timeout, waiter, clock);
            return new Peer(SYSTEM, endpoint, new OauthSignIn(endpoint, app, tokens, clock), Map.of());
        }
        return new Peer(SYSTEM, endpoint, "x-api-token");
    }

    /** A Pipedrive that plays on this machine gives out its tokens itself. */
    static URI tokens(Endpoint endpoint) {
        return endpoint.isHere() ? endpoint.baseUrl().resolve(TOKENS) : OAUTH;
    }
}
