package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.world.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the sandbox calls what its persons hold by number. */
class NameEndpointsTests {

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private SandboxClient client;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void namesFieldsOptionsAndLabelsInBothVersions() {
        start(Limits.NONE);

        JsonNode v2 = client.get("/api/v2/personFields").data();
        JsonNode v1 = client.get("/api/v1/personFields").data();

        assertThat(texts(v2, "field_name")).contains("Source", "Interests");
        assertThat(texts(v1, "name")).contains("Source", "Interests");
        assertThat(texts(field(v2, "field_code", "label_ids").path("options"), "label"))
                .contains("Customer", "Imported")
                .isEqualTo(texts(field(v1, "key", "label_ids").path("options"), "label"));
        assertThat(texts(field(v2, "field_name", "Source").path("options"), "id"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(field(v1, "name", "Source").path("options"))
                .isEqualTo(field(v2, "field_name", "Source").path("options"));
    }

    @Test
    void listsEverybodyWhoOwnsARecordAndWhoHasLeft() {
        start(Limits.NONE);

        JsonNode users = client.get("/api/v1/users").data();

        assertThat(texts(users, "id"))
                .containsAll(client.all("limit=500").stream()
                        .map(person -> person.path("owner_id").asString())
                        .distinct()
                        .toList());
        assertThat(texts(users, "active_flag")).contains("false");
    }

    @Test
    void namesTheOrganisationsThatSomebodyBelongsTo() {
        start(Limits.NONE);
        long id = client.all("limit=500").stream()
                .map(person -> person.path("org_id"))
                .filter(JsonNode::isNumber)
                .findFirst()
                .orElseThrow()
                .longValue();

        JsonNode found =
                client.get("/api/v2/organizations?ids=" + id + ",999999999").data();

        assertThat(texts(found, "id")).containsExactly(Long.toString(id));
        assertThat(texts(found, "name")).containsExactly(Company.nameOf(id));
    }

    @Test
    void saysTheSameNamesInRecordsOfTheOldVersion() {
        start(Limits.NONE);
        JsonNode person = client.get("/api/v1/persons?limit=500")
                .data()
                .valueStream()
                .filter(one -> one.path("org_id").isObject())
                .findFirst()
                .orElseThrow();
        long organisation = person.at("/org_id/value").longValue();
        JsonNode owner = field(
                client.get("/api/v1/users").data(),
                "id",
                person.at("/owner_id/id").asString());

        assertThat(person.at("/org_id/name").stringValue()).isEqualTo(Company.nameOf(organisation));
        assertThat(person.path("owner_name")).isEqualTo(owner.path("name"));
    }

    @Test
    void takesNoMoreThanAHundredIds() {
        start(Limits.NONE);
        String ids = "1,".repeat(101);

        assertThat(client.get("/api/v2/organizations?ids=" + ids).status()).isEqualTo(400);
        assertThat(client.get("/api/v2/organizations").status()).isEqualTo(400);
    }

    @Test
    void chargesWhatTheVendorCharges() {
        start(new Limits(true, 100, Duration.ofSeconds(2), 20 + 20 + 10 + 10));

        assertThat(List.of(
                        client.get("/api/v1/users").status(),
                        client.get("/api/v1/personFields").status(),
                        client.get("/api/v2/personFields").status(),
                        client.get("/api/v2/organizations?ids=1").status(),
                        client.get("/api/v1/users/me").status()))
                .containsExactly(200, 200, 200, 200, 429);
    }

    private static JsonNode field(JsonNode list, String key, String value) {
        return list.valueStream()
                .filter(one -> one.path(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list, String key) {
        return list.valueStream().map(one -> one.path(key).asString()).toList();
    }

    private void start(Limits limits) {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(60).withLimits(limits));
        client = SandboxClient.of(sandbox);
    }
}
