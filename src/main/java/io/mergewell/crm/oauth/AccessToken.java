package io.mergewell.crm.oauth;

import io.mergewell.crm.settings.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What a token endpoint gave.
 *
 * @param renewAt from when on another one is asked for, some time before it runs out
 * @param refreshToken for the next time; empty if none was given, so that the old one is kept
 * @param apiDomain which company's address it is good for, as the answer names it; empty if it names none
 */
record AccessToken(Secret value, Instant renewAt, Optional<Secret> refreshToken, Optional<String> apiDomain) {}
