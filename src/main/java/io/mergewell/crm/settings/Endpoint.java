package io.mergewell.crm.settings;

import io.mergewell.crm.CrmException;
import java.net.URI;

/**
 * Where a system answers and how we show who we are.
 *
 * @param baseUrl scheme, host and port: https, or http on loopback. A tail {@code /v1}, {@code /api/v1} or
 *     {@code /api/v2}, as vendors print it, is taken off;
 *     anything else is {@link CrmException.Misconfigured}
 */
public record Endpoint(URI baseUrl, Credential credential) {

    public Endpoint {
        baseUrl = BaseUrl.checked(baseUrl);
    }

    /** With an API token. */
    public Endpoint(URI baseUrl, Secret token) {
        this(baseUrl, new Credential.ApiToken(token));
    }

    /** Whether it is this machine. */
    public boolean isHere() {
        return BaseUrl.isLoopback(baseUrl);
    }
}
