package io.mergewell.sandbox;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Dialect;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.state.CrmState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.LongFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no real CRM has: {@code GET /sandbox} says that a sandbox is here, {@code GET /sandbox/truth} which human being
 * each living person record is of, as one JSON object from record id to a name for the human being; {@code
 * ?system=rogerroger} asks for ids as that system writes them. No other path tells the truth.
 */
final class SandboxDialect implements Dialect {

    static final String HERE = "/sandbox";
    static final String TRUTH = "/sandbox/truth";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CrmState state;
    private final byte[] token;
    private final Map<String, LongFunction<String>> ids;

    /** @param ids how systems write the id of a person who has a number here; one that is absent writes the number */
    SandboxDialect(CrmState state, String token, Map<String, LongFunction<String>> ids) {
        this.state = state;
        this.ids = Map.copyOf(ids);
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean knows(String path) {
        return path.equals(HERE) || path.equals(TRUTH);
    }

    @Override
    public Answer answer(Request request) {
        byte[] given = request.header("x-api-token").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, token)) {
            return error(401, "unauthorized access");
        }
        if (!request.method().equals("GET")) {
            return error(405, "Method not allowed.");
        }
        return request.path().equals(HERE)
                ? Answer.json(200, JSON.writeValueAsBytes(Map.of("here", true)))
                : truth(request);
    }

    private Answer truth(Request request) {
        LongFunction<String> written =
                ids.getOrDefault(request.parameter("system").orElse(""), String::valueOf);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            state.truth((id, human) -> json.writeStringProperty(written.apply(id), human));
            json.writeEndObject();
        }
        return Answer.json(200, body.toByteArray());
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, JSON.writeValueAsBytes(Map.of("error", message)));
    }
}
