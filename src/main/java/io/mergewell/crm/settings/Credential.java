package io.mergewell.crm.settings;

import java.nio.file.Path;

/** How a job shows a system who it is. */
public sealed interface Credential {

    /** A token that the system gave to a user, good until somebody takes it back. */
    record ApiToken(Secret token) implements Credential {}

    /**
     * OAuth 2: a refresh token is exchanged for access tokens, each of which is good for about an hour.
     *
     * @param clientId of the app that is registered with the system
     * @param refreshTokenFile holds the refresh token, and is rewritten when the system gives another one
     */
    record OAuth(String clientId, Secret clientSecret, Path refreshTokenFile) implements Credential {}
}
