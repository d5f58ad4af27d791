package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox as Wethod. */
class WethodPathsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final StepClock clock = new StepClock("2026-11-21T12:00:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(120).withClock(clock));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void pagesAreBareArraysOfAtMostAHundred() throws Exception {
        JsonNode first = body(get("/api/persons"));
        JsonNode second = body(get("/api/persons?limit=100&offset=100"));

        assertThat(first.isArray()).isTrue();
        assertThat(first).hasSize(100);
        assertThat(second).hasSize(20);
        assertThat(body(get("/api/persons?limit=7&offset=118"))).hasSize(2);
        assertThat(first.get(0).propertyNames())
                .contains("id", "email", "name", "surname", "is_archived", "created_at", "updated_at");
        long id = second.get(3).path("id").longValue();
        assertThat(body(get("/api/persons/" + id))).isEqualTo(second.get(3));
    }

    @ParameterizedTest
    @CsvSource({
        "gt:, false, true",
        "gte:, true, true",
        "lt:, false, false",
        "lte:, true, false",
        "eq:, true, false",
    })
    void theFilterFollowsItsOperator(String operator, boolean sameSecond, boolean later) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        body(get("/api/persons")).forEach(all::add);
        body(get("/api/persons?offset=100")).forEach(all::add);
        String middle = all.get(60).path("updated_at").stringValue();
        String newest = all.get(119).path("updated_at").stringValue();

        List<String> found = new ArrayList<>();
        String filter = URLEncoder.encode(operator + middle, StandardCharsets.UTF_8);
        body(get("/api/persons?updated_at=" + filter))
                .forEach(person -> found.add(person.path("updated_at").stringValue()));

        assertThat(found.contains(middle)).isEqualTo(sameSecond);
        assertThat(found.contains(newest)).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/persons?limit=101, limit",
        "/api/persons?offset=-1, offset",
        "/api/persons?updated_at=2026-01-01, updated_at",
        "/api/persons?updated_at=gt:soon, updated_at",
        "/api/persons?updated_at=bt:2026-01-01, updated_at"
    })
    void aValueThatCannotBeIsNamed(String path, String field) throws Exception {
        HttpResponse<String> refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(body(refused).path("key").stringValue()).isEqualTo("invalid_data");
        assertThat(body(refused).at("/failures/0/field").stringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"authorization, 401", "wethod-company, 400", "wethod-version, 400"})
    void eachOfTheThreeHeadersIsNeeded(String header, int status) throws Exception {
        Map<String, String> headers = new TreeMap<>(headers());
        headers.remove(header);

        assertThat(send("GET", "/api/persons", headers).statusCode()).isEqualTo(status);
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(get("/api/persons/999999").statusCode()).isEqualTo(404);
        assertThat(get("/api/persons/none").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", "/api/persons/1", headers()).statusCode()).isEqualTo(405);
        assertThat(send("POST", "/api/persons", headers()).statusCode()).isEqualTo(405);
    }

    @Test
    void anHourHasFiveThousandRequests() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            assertThat(get("/api/persons/none").statusCode()).isEqualTo(404);
        }
        clock.goOn(Duration.ofMinutes(20));
        HttpResponse<String> refused = get("/api/persons");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("x-ratelimit-retry-after")).hasValue("2400");
        clock.goOn(Duration.ofMinutes(40));
        assertThat(get("/api/persons").statusCode()).isEqualTo(200);
    }

    private Map<String, String> headers() {
        return Map.of(
                "authorization", "Bearer " + sandbox.token(),
                "wethod-company", "acme",
                "wethod-version", "2024-06-15");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, headers());
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode body(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
