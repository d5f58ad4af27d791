package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Dialect;
import io.mergewell.sandbox.http.Request;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.pipedrive.Throttle.Admission;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.MultiValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pipedrive: {@code /api/v2}, {@code /api/v1} and, as it still accepts, {@code /v1}. First the token is looked at, then
 * the limits, then the path. A request that fails costs what it would have cost, which the vendor does not document.
 */
public final class PipedriveDialect implements Dialect {

    private final byte[] token;
    private final Throttle throttle;
    private final List<Route> routes;

    /**
     * Speaks for a state.
     *
     * @param token that every request must carry in {@code x-api-token}
     * @param multiValues what a merge does with e-mails, phones and labels
     */
    public PipedriveDialect(CrmState state, String token, Limits limits, MultiValues multiValues, Clock clock) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.throttle = new Throttle(limits, clock);
        this.routes = Stream.of(
                        new PersonEndpoints(state, clock).routes(),
                        new V1ListEndpoints(state).routes(),
                        new V1PersonEndpoints(state, clock).routes(),
                        new MergeEndpoint(state, multiValues, clock).routes(),
                        new LeadEndpoint(state).routes(),
                        new OrganisationEndpoint(state).routes(),
                        new FieldEndpoint().routes(),
                        new UserEndpoints().routes())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean knows(String path) {
        return path.startsWith("/api/v2/") || path.startsWith("/api/v1/") || path.startsWith("/v1/");
    }

    @Override
    public Answer answer(Request request) {
        if (!authorized(request)) {
            return Envelope.unauthorized();
        }
        String path = request.path().startsWith("/v1/") ? "/api" + request.path() : request.path();
        List<Route> known =
                routes.stream().filter(route -> route.numbers(path).isPresent()).toList();
        Optional<Route> route = known.stream()
                .filter(candidate -> candidate.method().equals(request.method()))
                .findFirst();
        Admission admission = throttle.admit(
                route.map(Route::cost).orElse(0), !request.method().equals("GET"));
        if (!admission.granted()) {
            return Envelope.error(429, "Request over limit").with(admission.headers());
        }
        return route.map(found -> answer(found, path, request))
                .orElseGet(() -> unserved(known))
                .with(admission.headers());
    }

    private boolean authorized(Request request) {
        byte[] given = request.header("x-api-token").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, token);
    }

    private static Answer answer(Route route, String path, Request request) {
        try {
            return route.work().apply(request, route.numbers(path).orElseThrow());
        } catch (ApiException e) {
            return Envelope.error(e.status(), e.sentence());
        }
    }

    private static Answer unserved(List<Route> known) {
        if (known.isEmpty()) {
            return Envelope.error(404, "Unknown method.");
        }
        String allowed = String.join(", ", known.stream().map(Route::method).toList());
        return Envelope.error(405, "Method not allowed.").with(Map.of("allow", allowed));
    }
}
