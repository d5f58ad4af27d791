package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pipedrive's own client for Node, generated from the vendor's specification, takes the sandbox for Pipedrive. */
@Tag("node")
class VendorClientIntegrationTests {

    private static final int PERSONS = 60;

    @TempDir
    Path folder;

    private static Optional<String> obstacle = Optional.empty();

    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        obstacle = NodeScripts.install();
        // The build's summary counts what was skipped, and tells no reason.
        obstacle.map(NodeScripts::sentence).ifPresent(System.err::println);
    }

    /** Test by test, since a class that gives up as a whole is not counted as skipped. */
    @BeforeEach
    void requireTheClient() {
        obstacle.ifPresent(NodeScripts::giveUp);
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void readsEveryPersonPageByPage() throws Exception {
        start(Limits.NONE);

        JsonNode seen = NodeScripts.play("walk", sandbox);

        assertThat(seen.path("pages").intValue()).isEqualTo(3);
        assertThat(texts(seen.path("ids"))).hasSize(PERSONS).isEqualTo(ids(client.all("limit=500")));
        assertThat(texts(seen.path("found"))).isEmpty();
    }

    @Test
    void updatesMergesAndDeletes() throws Exception {
        start(Limits.NONE);
        JsonNode before = client.get("/api/v2/persons/22?include_fields=notes_count,marketing_status")
                .data();

        JsonNode seen = NodeScripts.play("change", sandbox, 22, 11, 33);

        assertThat(texts(seen.path("found"))).isEmpty();
        assertThat(seen.path("before")).isEqualTo(before);
        JsonNode survivor = client.person(22);
        assertThat(survivor.at("/emails/0/value").stringValue()).isEqualTo("new@example.com");
        assertThat(survivor.at("/emails/0/primary").booleanValue()).isTrue();
        assertThat(survivor.path("emails")).hasSize(before.path("emails").size() + 1);
        assertThat(seen.at("/updated/emails")).isEqualTo(survivor.path("emails"));
        assertThat(survivor.at("/phones/0/label").stringValue()).isEqualTo("mobile");
        assertThat(survivor.path("phones")).hasSize(1);
        assertThat(seen.at("/merged/id").intValue()).isEqualTo(22);
        assertThat(seen.at("/merged/merge_what_id").intValue()).isEqualTo(11);
        assertThat(seen.at("/deleted/id").intValue()).isEqualTo(33);
        assertThat(ids(client.all("limit=500")))
                .hasSize(PERSONS - 2)
                .contains("22")
                .doesNotContain("11", "33");
        assertThat(client.person(11).path("is_deleted").booleanValue()).isTrue();
    }

    @Test
    void readsLeadsOfAllAndOfOne() throws Exception {
        start(Limits.NONE);

        JsonNode seen = NodeScripts.play("leads", sandbox);

        assertThat(texts(seen.path("found"))).isEmpty();
        assertThat(texts(seen.path("ids")))
                .hasSizeGreaterThan(2)
                .isEqualTo(ids(client.get("/api/v1/leads?limit=500").data()));
        assertThat(texts(seen.path("ofPerson")))
                .isNotEmpty()
                .containsOnly(seen.path("person").asString());
    }

    @Test
    void readsWhatPeopleCallThings() throws Exception {
        start(Limits.NONE);
        JsonNode member = client.all("limit=500").stream()
                .filter(person -> person.path("org_id").isNumber())
                .findFirst()
                .orElseThrow();

        JsonNode seen = NodeScripts.play("names", sandbox, member.path("org_id").intValue(), 999_999_999);

        assertThat(texts(seen.path("found"))).isEmpty();
        assertThat(texts(seen.path("fields"))).contains("Source", "Interests", "Customer number");
        assertThat(texts(seen.path("labels"))).contains("Customer", "Imported");
        assertThat(texts(seen.path("users"))).contains("Sandbox Admin", "Jan de Vries");
        assertThat(seen.path("organizations")).hasSize(1);
        assertThat(seen.at("/organizations/0/id")).isEqualTo(member.path("org_id"));
        assertThat(seen.at("/organizations/0/name").stringValue()).isNotBlank();
    }

    @Test
    void understandsRefusals() throws Exception {
        start(Limits.NONE);
        JsonNode before = client.person(5);

        JsonNode seen = NodeScripts.play("refusals", sandbox, 5);

        assertRefused(seen.path("wrongToken"), 401);
        assertRefused(seen.path("nobody"), 404);
        assertRefused(seen.path("badUpdate"), 400);
        assertRefused(seen.path("itself"), 400);
        assertThat(client.person(5)).isEqualTo(before);
    }

    @Test
    void waitsAsLongAsTheLimitSays() throws Exception {
        start(new Limits(true, 4, Duration.ofSeconds(1), 1_000));

        JsonNode seen = NodeScripts.play("limits", sandbox, 10);

        assertThat(texts(seen.path("read"))).hasSize(10);
        assertThat(seen.path("refused").intValue()).isBetween(1, 10);
        assertThat(seen.path("waited").intValue())
                .isGreaterThanOrEqualTo(seen.path("refused").intValue());
    }

    private static void assertRefused(JsonNode refusal, int status) {
        assertThat(refusal.path("status").intValue()).isEqualTo(status);
        assertThat(refusal.path("success").booleanValue(true)).isFalse();
        assertThat(refusal.path("error").stringValue("")).isNotBlank();
    }

    private static List<String> ids(Iterable<JsonNode> records) {
        List<String> ids = new ArrayList<>();
        records.forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private void start(Limits limits) {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(PERSONS).withLimits(limits));
        client = SandboxClient.of(sandbox);
    }
}
