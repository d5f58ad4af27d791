package io.mergewell.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a sandbox as any stranger would: over HTTP. */
final class SandboxClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;
    private final String token;

    SandboxClient(URI baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    static SandboxClient of(Sandbox sandbox) {
        return new SandboxClient(sandbox.baseUrl(), sandbox.token());
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply merge(long absorbed, long survivor) {
        return send("PUT", "/api/v1/persons/" + absorbed + "/merge", "{\"merge_with_id\":" + survivor + "}");
    }

    JsonNode person(long id) {
        return get("/api/v2/persons/" + id).data();
    }

    /** All persons, page by page. */
    List<JsonNode> all(String parameters) {
        List<JsonNode> persons = new ArrayList<>();
        JsonNode next = null;
        do {
            String cursor = next == null ? "" : "&cursor=" + next.stringValue();
            Reply page = get("/api/v2/persons?" + parameters + cursor);
            page.data().forEach(persons::add);
            next = page.body().at("/additional_data/next_cursor");
        } while (next.isString());
        return persons;
    }

    Reply send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(20))
                .header("x-api-token", token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Reply(response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Reply(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        JsonNode data() {
            return body().path("data");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
