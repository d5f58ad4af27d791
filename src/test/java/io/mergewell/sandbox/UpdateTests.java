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

/** Changing and deleting one person. Each test has a person of its own. */
class UpdateTests {

    private static final String BORN = "5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154";
    private static final String INTERESTS = "19d7f3ab58e04c26b9a3f60e7d15c8420ae6b97d";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static SandboxClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxSettings.in(folder)
                .withPersons(40)
                .withLimits(Limits.NONE)
                .withClock(new StepClock("2026-11-21T12:00:00Z")));
        client = SandboxClient.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void whatIsSentReplacesAndTheRestStays() {
        JsonNode before = client.person(1);

        JsonNode after = client.patch("/api/v2/persons/1", """
                {"emails":[{"value":"one@x.example","label":"home"},{"value":"two@x.example","primary":true}]}""").data();

        assertThat(after.path("emails"))
                .hasToString("[{\"value\":\"one@x.example\",\"primary\":false,\"label\":\"home\"},"
                        + "{\"value\":\"two@x.example\",\"primary\":true,\"label\":\"work\"}]");
        assertThat(after.path("update_time").stringValue()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(after.path("name")).isEqualTo(before.path("name"));
        assertThat(after.path("phones")).isEqualTo(before.path("phones"));
        assertThat(after.path("custom_fields")).isEqualTo(before.path("custom_fields"));
        assertThat(client.person(1)).isEqualTo(after);
    }

    @Test
    void aNewPersonHoldsWhatIsSentAndHasANewId() {
        JsonNode created = client.post("/api/v2/persons", """
                {"name":"Ada Lovelace","owner_id":3,"label_ids":[2],"emails":[{"value":"ada@x.example"}],
                 "marketing_status":"subscribed"}""").data();

        assertThat(created.path("id").longValue()).isGreaterThan(40);
        assertThat(created.path("owner_id").longValue()).isEqualTo(3);
        assertThat(created.path("emails").path(0).path("primary").booleanValue())
                .isTrue();
        assertThat(created.path("is_deleted").booleanValue()).isFalse();
        assertThat(client.person(created.path("id").longValue())).isEqualTo(created);
    }

    @Test
    void aNewPersonNeedsAName() {
        assertThat(client.post("/api/v2/persons", "{\"owner_id\":3}").status()).isEqualTo(400);
    }

    @Test
    void theFirstContactIsPrimaryIfNoneIs() {
        JsonNode phones = client.patch(
                        "/api/v2/persons/2", "{\"phones\":[{\"value\":\"1\"},{\"value\":\"2\",\"primary\":false}]}")
                .data()
                .path("phones");

        assertThat(phones.get(0).path("primary").booleanValue()).isTrue();
        assertThat(phones.get(1).path("primary").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ada Lovelace King | Ada | Lovelace King", "Ada | Ada | "})
    void aNameIsKeptInPartsToo(String name, String first, String last) {
        JsonNode person =
                client.patch("/api/v2/persons/3", "{\"name\":\"" + name + "\"}").data();

        assertThat(person.path("first_name").stringValue()).isEqualTo(first);
        assertThat(person.path("last_name").stringValue(null)).isEqualTo(last);
    }

    @Test
    void aCustomFieldIsSetAndClearedWithoutTouchingTheOthers() {
        client.patch("/api/v2/persons/4", """
                {"custom_fields":{"%s":"1815-12-10","%s":[1,3]}}""".formatted(BORN, INTERESTS));

        JsonNode cleared =
                client.patch("/api/v2/persons/4", """
                {"custom_fields":{"%s":null}}""".formatted(BORN)).data().path("custom_fields");

        assertThat(cleared.path(BORN).isNull()).isTrue();
        assertThat(cleared.path(INTERESTS)).hasToString("[1,3]");
        assertThat(client.get("/api/v2/persons/4?include_option_labels=true&custom_fields=" + INTERESTS)
                        .data()
                        .path("custom_fields"))
                .hasToString("{\"" + INTERESTS
                        + "\":[{\"id\":1,\"label\":\"Product A\"},{\"id\":3,\"label\":\"Service\"}]}");
    }

    @Test
    void theMarketingStatusChangesOnceAndThenSilentlyStays() {
        assertThat(statusAfter(5, "unsubscribed", "subscribed")).isNotEqualTo("");
        String first = client.get("/api/v2/persons/5?include_fields=marketing_status")
                .data()
                .path("marketing_status")
                .stringValue();

        assertThat(statusAfter(5, "archived", "no_consent")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":\"A\"} {\"name\":\"B\"}",
                "\"name\"",
                "{\"name\":\"\"}",
                "{\"name\":7}",
                "{\"first_name\":\"Ada\"}",
                "{\"owner_id\":\"1\"}",
                "{\"owner_id\":null}",
                "{\"visible_to\":\"3\"}",
                "{\"visible_to\":2}",
                "{\"label_ids\":[99]}",
                "{\"label_ids\":\"1\"}",
                "{\"emails\":\"a@b.example\"}",
                "{\"emails\":[{\"value\":\"\"}]}",
                "{\"emails\":[{\"value\":\"a@b.example\",\"primary\":\"true\"}]}",
                "{\"emails\":[{\"value\":\"a@b.example\",\"primary\":1}]}",
                "{\"phones\":[{\"value\":123}]}",
                "{\"phones\":[{\"value\":\"1\",\"primary\":true},{\"value\":\"2\",\"primary\":true}]}",
                "{\"marketing_status\":\"maybe\"}",
                "{\"shoe_size\":44}",
                "{\"custom_fields\":{\"shoe_size\":44}}",
                "{\"custom_fields\":{\"" + INTERESTS + "\":[]}}",
                "{\"custom_fields\":{\"" + INTERESTS + "\":[5]}}",
                "{\"custom_fields\":{\"" + BORN + "\":\"2000-02-30\"}}"
            })
    void aBodyThatDoesNotFitIsRefusedAndChangesNothing(String body) {
        JsonNode before = client.person(6);

        SandboxClient.Reply reply = client.patch("/api/v2/persons/6", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().propertyNames())
                .containsExactly("success", "error", "error_info", "data", "additional_data");
        assertThat(client.person(6)).isEqualTo(before);
    }

    @Test
    void fieldsOfContactSyncAreForbidden() {
        assertThat(client.patch("/api/v2/persons/7", "{\"job_title\":\"Countess\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDeletedPersonIsMarkedAndNoLongerListedOrChanged() {
        SandboxClient.Reply reply = client.delete("/api/v2/persons/8");

        assertThat(reply.response().body()).isEqualTo("{\"success\":true,\"data\":{\"id\":8}}");
        assertThat(client.person(8).path("is_deleted").booleanValue()).isTrue();
        assertThat(client.all("ids=8")).isEmpty();
        assertThat(client.delete("/api/v2/persons/8").status()).isEqualTo(404);
        assertThat(client.patch("/api/v2/persons/8", "{\"name\":\"Ada\"}").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH", "DELETE"})
    void aPersonWhoNeverWasIsNotFound(String method) {
        assertThat(client.send(method, "/api/v2/persons/4711", "{}").status()).isEqualTo(404);
    }

    private static String statusAfter(int id, String... wanted) {
        for (String status : wanted) {
            client.patch("/api/v2/persons/" + id, "{\"marketing_status\":\"" + status + "\"}");
        }
        return client.get("/api/v2/persons/" + id + "?include_fields=marketing_status")
                .data()
                .path("marketing_status")
                .stringValue();
    }
}
