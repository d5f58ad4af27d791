package io.mergewell.crm;

import java.net.URI;

/**
 * Where a system answers and how we show who we are.
 *
 * @param baseUrl scheme, host and port: https, or http on loopback. A tail {@code /v1}, {@code /api/v1} or
 *     {@code /api/v2}, as vendors print it, is taken off;
 *     anything else is {@link CrmException.Misconfigured}
 */
public record Endpoint(URI baseUrl, Secret token) {

    public Endpoint {
        baseUrl = BaseUrl.checked(baseUrl);
    }
}
