package io.mergewell.crm.oauth;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.SignIn;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signs in with access tokens, which are kept in memory and renewed before they run out, or once when one is refused. */
public final class OauthSignIn implements SignIn {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");

    private final Endpoint crm;
    private final Credential.OAuth app;
    private final RefreshTokenFile file;
    private final TokenEndpoint tokens;
    private final Clock clock;
    private @Nullable AccessToken current;

    /**
     * Sends nothing yet.
     *
     * @param crm what the access tokens are for
     * @param tokens where they are given out
     * @param clock tells when one has run out
     */
    public OauthSignIn(Endpoint crm, Credential.OAuth app, TokenEndpoint tokens, Clock clock) {
        this.crm = crm;
        this.app = app;
        this.file = new RefreshTokenFile(app.refreshTokenFile());
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public synchronized Proof proof() {
        AccessToken token = current;
        return proof(token == null || !clock.instant().isBefore(token.renewAt()) ? renewed() : token);
    }

    /** Who shares this may have renewed it since; then nothing more is asked for. */
    @Override
    public synchronized boolean renewedAfter(Proof refused) {
        AccessToken token = current;
        if (token == null || proof(token).equals(refused)) {
            renewed();
        }
        return true;
    }

    @Override
    public String adviceWhenRefused() {
        return "The access token was renewed a moment ago. Is the app still installed in this company, and is it this"
                + " company's address that crm.base-url names?";
    }

    @Override
    public String adviceWhenForbidden() {
        return "Give that user the permission, and the app the scope contacts:full (contacts:read is enough for a dry"
                + " run); a scope counts from the next time that the app is allowed.";
    }

    private AccessToken renewed() {
        current = null;
        Secret refreshToken = file.read();
        Optional<AccessToken> given = tokens.exchange(refreshToken);
        if (given.isEmpty()) {
            // Another run that shares the file may have been given a new one meanwhile.
            Secret now = file.read();
            given = now.equals(refreshToken) ? Optional.empty() : tokens.exchange(now);
            refreshToken = now;
        }
        AccessToken token = given.orElseThrow(this::refreshTokenRefused);
        Secret next = token.refreshToken().orElse(refreshToken);
        if (!next.equals(refreshToken)) {
            file.replace(next);
        }
        checkDomain(token.apiDomain());
        current = token;
        return token;
    }

    private static Proof proof(AccessToken token) {
        return new Proof("authorization", new Secret("Bearer " + token.value().value()));
    }

    private CrmException.Refused refreshTokenRefused() {
        return new CrmException.Refused(
                tokens.name() + " does not accept the refresh token in " + app.refreshTokenFile()
                        + " (invalid_grant): access was taken back, or it was not used for 60 days. Allow the app anew in"
                        + " your browser, and write the refresh token that comes of it into that file. This request was not sent.");
    }

    private void checkDomain(Optional<String> apiDomain) {
        String wanted = crm.baseUrl().getHost();
        apiDomain
                .map(OauthSignIn::host)
                .filter(host -> !host.equalsIgnoreCase(wanted))
                .ifPresent(host -> {
                    throw new CrmException.Misconfigured(
                            "crm.base-url names " + wanted + ", but the refresh token in "
                                    + app.refreshTokenFile() + " is of "
                                    + (HOST.matcher(host).matches() ? host.toLowerCase(Locale.ROOT) : "another company")
                                    + ". Name that in crm.base-url, or use this company's refresh token. This request was not sent.");
                });
    }

    /** The host of an address; empty if it is none. */
    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
