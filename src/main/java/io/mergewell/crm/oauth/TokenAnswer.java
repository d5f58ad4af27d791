package io.mergewell.crm.oauth;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.settings.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads what a token endpoint answers (RFC 6749, 5.1 and 5.2). Nothing of it but an error's code is ever shown. */
final class TokenAnswer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,10000}");
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");
    private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();

    /** A request that is on its way when the token runs out is refused, so that it is renewed a little before. */
    private static final Duration MOST_MARGIN = Duration.ofMinutes(2);

    private static final int SHARE_OF_LIFE = 10;

    private TokenAnswer() {}

    /**
     * An answer of status 200.
     *
     * @param asked when the request was sent, from which its life is counted
     */
    static AccessToken read(String peer, Answer answer, Instant asked) {
        JsonNode body = json(answer);
        Secret access = token(body, "access_token")
                .orElseThrow(() -> new CrmException.BrokenContract(
                        peer + " answered 200 without an access token. This request was not sent."));
        return new AccessToken(
                access,
                renewAt(body.path("expires_in").longValue(0), asked),
                token(body, "refresh_token"),
                Optional.of(body.path("api_domain").stringValue("")).filter(domain -> !domain.isBlank()));
    }

    /** The code of an error, such as {@code invalid_grant}; empty if the answer names none. */
    static String error(Answer answer) {
        String error = json(answer).path("error").stringValue("");
        return ERROR.matcher(error).matches() ? error : "";
    }

    /** Without a life it is good until it is refused. */
    private static Instant renewAt(long seconds, Instant asked) {
        if (seconds <= 0 || seconds > LONGEST_LIFE) {
            return Instant.MAX;
        }
        Duration life = Duration.ofSeconds(seconds);
        Duration margin = life.dividedBy(SHARE_OF_LIFE);
        return asked.plus(life.minus(margin.compareTo(MOST_MARGIN) < 0 ? margin : MOST_MARGIN));
    }

    private static Optional<Secret> token(JsonNode body, String name) {
        String token = body.path(name).stringValue("");
        return TOKEN.matcher(token).matches() ? Optional.of(new Secret(token)) : Optional.empty();
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException quotesTheAnswer) {
            return MissingNode.getInstance();
        }
    }
}
