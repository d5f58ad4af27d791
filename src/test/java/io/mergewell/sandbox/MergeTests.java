package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.state.MultiValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Merging: the person in the path disappears into the one in the body. */
class MergeTests {

    private static final String COUNTS = "open_deals_count,closed_deals_count,activities_count,notes_count,"
            + "files_count,email_messages_count,followers_count,marketing_status";

    private static final int LEAVES = 11;
    private static final int STAYS = 22;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private SandboxClient client;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theIdInThePathDisappearsAndTheOneInTheBodyStays() {
        start(MultiValues.KEPT);

        JsonNode merged = client.merge(LEAVES, STAYS).data();

        assertThat(merged.path("id").intValue()).isEqualTo(STAYS);
        assertThat(merged.path("merge_what_id").intValue()).isEqualTo(LEAVES);
        assertThat(merged.path("update_time").stringValue()).isEqualTo("2026-11-21 12:00:00");
        assertThat(client.person(STAYS).path("is_deleted").booleanValue()).isFalse();
        assertThat(client.person(LEAVES).path("is_deleted").booleanValue()).isTrue();
        assertThat(client.person(LEAVES).path("update_time").stringValue()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(client.all("ids=" + LEAVES + "," + STAYS))
                .extracting(person -> person.path("id").intValue())
                .containsExactly(STAYS);
        assertThat(client.all("limit=500")).hasSize(59);
    }

    @Test
    void whatHungOnTheAbsorbedPersonHangsOnTheSurvivor() {
        start(MultiValues.KEPT);
        JsonNode leaves = counted(LEAVES);
        JsonNode stays = counted(STAYS);

        client.merge(LEAVES, STAYS);

        JsonNode survivor = counted(STAYS);
        JsonNode absorbed = counted(LEAVES);
        for (String count : List.of("open_deals_count", "closed_deals_count", "activities_count", "notes_count")) {
            assertThat(survivor.path(count).intValue())
                    .as(count)
                    .isEqualTo(leaves.path(count).intValue() + stays.path(count).intValue());
            assertThat(absorbed.path(count).intValue()).as(count).isZero();
        }
        assertThat(survivor.path("followers_count").intValue())
                .isBetween(
                        Math.max(
                                leaves.path("followers_count").intValue(),
                                stays.path("followers_count").intValue()),
                        leaves.path("followers_count").intValue()
                                + stays.path("followers_count").intValue());
        assertThat(survivor.path("marketing_status")).isEqualTo(stays.path("marketing_status"));
    }

    @Test
    void leadsMoveWithTheirIds() {
        start(MultiValues.KEPT);
        JsonNode lead = client.get("/api/v1/leads?limit=1").data().get(0);
        long owner = lead.path("person_id").longValue();
        long survivor = owner == STAYS ? LEAVES : STAYS;

        client.merge(owner, survivor);

        assertThat(client.get("/api/v1/leads?person_id=" + owner).data()).isEmpty();
        assertThat(client.get("/api/v1/leads?person_id=" + survivor).data())
                .extracting(moved -> moved.path("id").stringValue())
                .contains(lead.path("id").stringValue());
    }

    @Test
    void keptMultiValuesStayAsTheyWereOnTheSurvivor() {
        start(MultiValues.KEPT);
        contacts();

        client.merge(LEAVES, STAYS);

        assertThat(values(STAYS, "emails")).containsExactly("a@one.example");
        assertThat(values(STAYS, "phones")).containsExactly("222");
        assertThat(client.person(STAYS).path("label_ids")).hasToString("[2]");
    }

    @Test
    void unitedMultiValuesGainWhatOnlyTheAbsorbedHad() {
        start(MultiValues.UNITED);
        contacts();

        client.merge(LEAVES, STAYS);

        assertThat(values(STAYS, "emails")).containsExactly("a@one.example", "b@two.example");
        assertThat(client.person(STAYS).path("emails").valueStream().filter(mail -> mail.path("primary")
                        .booleanValue()))
                .hasSize(1);
        assertThat(client.person(STAYS).path("label_ids")).hasToString("[2,1]");
    }

    @Test
    void blanksOfTheSurvivorAreFilledAndConflictsAreLost() {
        start(MultiValues.KEPT);
        String number = "a83e6d10f94b27c5d8e1730b6f2a95c4e7d01b38";
        String born = "5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154";
        client.patch("/api/v2/persons/" + LEAVES, """
                {"org_id":77,"phones":[{"value":"111"}],
                 "custom_fields":{"%s":"C-1","%s":"1980-01-02"}}""".formatted(number, born));
        client.patch("/api/v2/persons/" + STAYS, """
                {"org_id":null,"phones":[],"custom_fields":{"%s":"C-2","%s":null}}""".formatted(number, born));

        client.merge(LEAVES, STAYS);

        JsonNode survivor = client.person(STAYS);
        assertThat(survivor.path("org_id").intValue()).isEqualTo(77);
        assertThat(values(STAYS, "phones")).containsExactly("111");
        assertThat(survivor.path("custom_fields").path(number).stringValue()).isEqualTo("C-2");
        assertThat(survivor.path("custom_fields").path(born).stringValue()).isEqualTo("1980-01-02");
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 400", "5, 99999, 404", "99999, 5, 404"})
    void aMergeThatMakesNoSenseIsRefused(long absorbed, long survivor, int status) {
        start(MultiValues.KEPT);

        assertThat(client.merge(absorbed, survivor).status()).isEqualTo(status);
        assertThat(client.all("limit=500")).hasSize(60);
    }

    @Test
    void aPersonWhoIsGoneCanNeitherBeMergedNorMergedInto() {
        start(MultiValues.KEPT);
        client.merge(LEAVES, STAYS);

        assertThat(client.merge(LEAVES, STAYS).status()).isEqualTo(400);
        assertThat(client.merge(STAYS, LEAVES).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''", "{", "[]", "{\"merge_with_id\":\"22\"}", "{\"merge_with_id\":null}", "{}"})
    void aBodyThatDoesNotFitIsRefused(String body) {
        start(MultiValues.KEPT);

        assertThat(client.send("PUT", "/api/v1/persons/11/merge", body).status())
                .isEqualTo(400);
    }

    private void start(MultiValues multiValues) {
        sandbox = Sandbox.start(SandboxSettings.in(folder)
                .withPersons(60)
                .withLimits(Limits.NONE)
                .withMultiValues(multiValues)
                .withClock(new StepClock("2026-11-21T12:00:00.5Z")));
        client = SandboxClient.of(sandbox);
    }

    private void contacts() {
        client.patch("/api/v2/persons/" + LEAVES, """
                {"emails":[{"value":"A@one.example"},{"value":"b@two.example"}],"phones":[{"value":"222"}],
                 "label_ids":[1]}""");
        client.patch("/api/v2/persons/" + STAYS, """
                {"emails":[{"value":"a@one.example"}],"phones":[{"value":"222"}],"label_ids":[2]}""");
    }

    private JsonNode counted(long id) {
        return client.get("/api/v2/persons/" + id + "?include_fields=" + COUNTS).data();
    }

    private List<String> values(long id, String field) {
        return client.person(id)
                .path(field)
                .valueStream()
                .map(contact -> contact.path("value").stringValue())
                .toList();
    }
}
