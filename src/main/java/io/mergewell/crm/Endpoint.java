package io.mergewell.crm;

import java.net.URI;

/**
 * Where a system answers and how we show who we are.
 *
 * @param baseUrl scheme, host and port only; https, or http on loopback
 */
public record Endpoint(URI baseUrl, Secret token) {}
