package io.mergewell.sandbox.wethod;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Dialect;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.state.CrmState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Wethod: the persons of a company, to be looked at. First the token is looked at, then the limit, then the two headers
 * that every request carries, then the path.
 */
public final class WethodDialect implements Dialect {

    private static final Pattern PATH = Pattern.compile("/api/persons(/.*)?");
    private static final Pattern COMPANY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final byte[] bearer;
    private final HourlyLimit limit;
    private final List<Route> routes;

    /**
     * Speaks for a state. Any company's name will do.
     *
     * @param token that every request must carry as {@code Authorization: Bearer …}
     * @param limited whether requests are counted
     */
    public WethodDialect(CrmState state, String token, boolean limited, Clock clock) {
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.limit = new HourlyLimit(limited, clock);
        this.routes = new PersonEndpoints(state).routes();
    }

    @Override
    public boolean knows(String path) {
        return PATH.matcher(path).matches();
    }

    @Override
    public Answer answer(Request request) {
        try {
            return served(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer served(Request request) {
        byte[] given = request.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, bearer)) {
            throw Refusal.of(401, "unauthorized", "The token is not valid.");
        }
        Map<String, String> wait = limit.refusal();
        if (!wait.isEmpty()) {
            return Refusal.of(429, "too_many_requests", "Too many requests.")
                    .answer()
                    .with(wait);
        }
        require(request, "Wethod-Company", COMPANY);
        require(request, "Wethod-Version", VERSION);
        Route route = routes.stream()
                .filter(known -> known.numbers(request.path()).isPresent())
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "not_found", "The resource does not exist."));
        if (!route.method().equals(request.method())) {
            throw Refusal.of(405, "method_not_allowed", "The sandbox only shows Wethod's persons.");
        }
        return route.work().apply(request, route.numbers(request.path()).orElseThrow());
    }

    private static void require(Request request, String header, Pattern form) {
        String value = request.header(header.toLowerCase(Locale.ROOT)).orElse("");
        if (!form.matcher(value).matches()) {
            throw Refusal.of(header, "This header is missing or not valid.");
        }
    }
}
