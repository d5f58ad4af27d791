package io.mergewell.sandbox.pipedrive;

import java.time.Duration;

/**
 * Pipedrive's two limits. Source: "Rate limiting" in its documentation, in force for all accounts since 2025-12-31.
 *
 * @param enforced whether requests are counted at all; if not, no rate-limit header is sent either
 * @param burst requests per rolling window
 * @param window length of the rolling window
 * @param dailyTokens budget per calendar day in UTC
 */
public record Limits(boolean enforced, int burst, Duration window, long dailyTokens) {

    /** The plan Lite with one seat and an API token. */
    public static final Limits LITE = new Limits(true, 20, Duration.ofSeconds(2), 30_000);

    /** Nothing is counted. */
    public static final Limits NONE = new Limits(false, 0, Duration.ofSeconds(2), 0);
}
