package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may ask what, and what a wrong question is answered with. */
class AccessTests {

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static SandboxClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(10).withLimits(Limits.NONE));
        client = SandboxClient.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/persons", "/api/v2/persons/1", "/api/v1/users/me", "/api/v2/nonsense"})
    void aWrongTokenGetsTheGatewaysAnswerWhateverItAsksFor(String path) {
        SandboxClient.Reply reply = new SandboxClient(sandbox.baseUrl(), "wrong").get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.response().body())
                .isEqualTo("{\"success\":false,\"error\":\"unauthorized access\",\"errorCode\":401,"
                        + "\"error_info\":\"Please check developers.pipedrive.com\"}");
    }

    @Test
    void theTruthNeedsTheTokenToo() {
        assertThat(new SandboxClient(sandbox.baseUrl(), "wrong")
                        .get("/sandbox/truth")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/nonsense, 404",
        "GET, /api/v2/persons/abc, 404",
        "GET, /api/v2/persons/1234567890123456789, 404",
        "GET, /elsewhere, 404",
        "PATCH, /api/v2/persons, 405",
        "DELETE, /api/v2/persons?ids=1, 405",
        "PUT, /api/v2/persons/1, 405",
        "POST, /sandbox/truth, 405",
        "GET, /api/v2/persons?limit=%zz, 400"
    })
    void aPathOrMethodThatIsNotServedIsRefused(String method, String path, int status) {
        assertThat(Raw.status(sandbox, method, path)).isEqualTo(status);
    }

    @Test
    void aBodyBeyondTheBoundIsRefused() {
        String body = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";

        assertThat(client.patch("/api/v2/persons/1", body).status()).isEqualTo(413);
    }

    @Test
    void theUserIsAnAdministratorWhoMayMerge() {
        JsonNode me = client.get("/api/v1/users/me").data();
        JsonNode permissions = client.get("/v1/users/" + me.path("id").intValue() + "/permissions")
                .data();

        assertThat(me.path("company_domain").stringValue()).isEqualTo("sandbox");
        assertThat(permissions.path("can_merge_people").booleanValue()).isTrue();
        assertThat(client.get("/api/v1/users/99/permissions").status()).isEqualTo(404);
    }

    @Test
    void noAnswerOfTheCrmTellsTheTruth() {
        String person =
                client.get("/api/v2/persons/1?include_labels=true").response().body();
        String truth = client.get("/sandbox/truth").body().path("1").stringValue();

        assertThat(truth).isNotBlank();
        assertThat(person).doesNotContain("\"" + truth + "\"").doesNotContain("human");
    }
}
