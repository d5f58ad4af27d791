package io.mergewell.apply.faults;

import io.mergewell.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way to a RogerRoger tenant itself, past every fault. */
final class TenantClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;
    private final String key;

    TenantClient(Sandbox sandbox) {
        this.baseUrl = sandbox.baseUrl();
        this.key = sandbox.token();
    }

    String key() {
        return key;
    }

    /** Whatever the tenant answers. */
    FaultyCrm.Answer send(Wire.Request request) {
        HttpRequest.Builder passed = HttpRequest.newBuilder(URI.create(baseUrl + request.target()))
                .header("x-api-key", request.token())
                .header("accept", "application/ld+json")
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        if (!request.contentType().isEmpty()) {
            passed.header("content-type", request.contentType());
        }
        try {
            HttpResponse<String> response = http.send(passed.build(), BodyHandlers.ofString());
            return new FaultyCrm.Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse("text/plain"),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    TenantSnapshot snapshot() {
        SortedMap<String, JsonNode> people = new TreeMap<>();
        SortedMap<String, List<JsonNode>> notes = new TreeMap<>();
        for (boolean archived : List.of(false, true)) {
            members("/people?itemsPerPage=30&exists%5BarchivedAt%5D=" + archived)
                    .forEach(person -> {
                        String id = person.path("id").stringValue();
                        people.put(id, person);
                        notes.put(id, members("/people/" + id + "/notes?itemsPerPage=30"));
                    });
        }
        return new TenantSnapshot(people, notes);
    }

    private List<JsonNode> members(String first) {
        List<JsonNode> members = new ArrayList<>();
        @Nullable String target = first;
        while (target != null) {
            JsonNode page = JSON.readTree(
                    send(new Wire.Request("GET", target, key, "", "")).body());
            page.path("member").forEach(members::add);
            target = page.at("/view/next").stringValue(null);
        }
        return members;
    }
}
