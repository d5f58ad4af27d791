package io.mergewell.crm.oauth;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.Exchange;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Where access tokens are given out. Not safe for use by several threads. */
public final class TokenEndpoint {

    /** Between attempts: asking twice does no harm, since the same refresh token is good as long as it is used. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final String name;
    private final URI address;
    private final Credential.OAuth app;
    private final Waiter waiter;
    private final Clock clock;
    private final Exchange exchange;

    /**
     * Sends nothing yet.
     *
     * @param system whose it is, as people write it
     * @param timeout for one request
     * @param clock tells when what was given runs out
     */
    public TokenEndpoint(
            String system, URI address, Credential.OAuth app, Duration timeout, Waiter waiter, Clock clock) {
        this.name = system + "'s sign-in at " + address.getAuthority();
        this.address = address;
        this.app = app;
        this.waiter = waiter;
        this.clock = clock;
        this.exchange = new Exchange(name, timeout);
    }

    /** Name and host, for the beginning of a sentence. */
    String name() {
        return name;
    }

    /**
     * An access token.
     *
     * @return empty if the refresh token is not good, or no longer
     * @throws CrmException if there is no answer to be had, or another one
     */
    Optional<AccessToken> exchange(Secret refreshToken) {
        for (int attempt = 0; ; attempt++) {
            Instant asked = clock.instant();
            try {
                return read(answer(refreshToken), asked);
            } catch (PassingTrouble trouble) {
                if (attempt == PAUSES.size()) {
                    throw new CrmException.Temporary(name + " " + trouble.what() + ", " + (attempt + 1)
                            + " times in a row. What was done is kept: run the same command again later, it goes on"
                            + " from there.");
                }
                waiter.await(PAUSES.get(attempt));
            }
        }
    }

    private Answer answer(Secret refreshToken) throws PassingTrouble {
        String client = app.clientId() + ":" + app.clientSecret().value();
        String form = "grant_type=refresh_token&refresh_token="
                + URLEncoder.encode(refreshToken.value(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(
                        "authorization",
                        "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "application/json")
                .header("user-agent", "Mergewell")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return exchange.send(request);
        } catch (CrmException.Temporary unreachable) {
            throw new CrmException.Temporary(
                    name + " cannot be reached, so that no access token could be had. Check the"
                            + " network, then run the same command again. This request was not sent.");
        }
    }

    private Optional<AccessToken> read(Answer answer, Instant asked) throws PassingTrouble {
        int status = answer.status();
        if (status == 200) {
            return Optional.of(TokenAnswer.read(name, answer, asked));
        }
        if (status >= 500 || status == 408 || status == 429) {
            throw PassingTrouble.answered(status);
        }
        String error = TokenAnswer.error(answer);
        if (error.equals("invalid_grant")) {
            return Optional.empty();
        }
        if (status == 401 || error.equals("invalid_client")) {
            throw new CrmException.Refused(name + " does not know the app (" + status + "). Are crm.oauth.client-id and"
                    + " crm.oauth.client-secret those of the app that the refresh token is of?");
        }
        throw new CrmException.BrokenContract(name + " answered with status " + status
                + (error.isEmpty() ? "" : " (" + error + ")")
                + " where an access token belongs. This request was not sent.");
    }
}
