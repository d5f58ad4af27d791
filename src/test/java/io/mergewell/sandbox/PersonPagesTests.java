package io.mergewell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.sandbox.pipedrive.Limits;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading persons page by page. */
class PersonPagesTests {

    private static final int PERSONS = 230;

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static SandboxClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(PERSONS).withLimits(Limits.NONE));
        client = SandboxClient.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 229, 230, 231, 500})
    void pagesHoldEveryPersonOnceInOrderOfId(int limit) {
        assertThat(client.all("sort_by=id&limit=" + limit))
                .extracting(person -> person.path("id").longValue())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, PERSONS).boxed().toList());
    }

    @Test
    void aPageHoldsAHundredUnlessAskedOtherwiseAndTheLastHasNoCursor() {
        JsonNode first = client.get("/api/v2/persons").body();
        JsonNode whole = client.get("/api/v2/persons?limit=500").body();

        assertThat(first.path("data")).hasSize(100);
        assertThat(first.at("/additional_data/next_cursor").isString()).isTrue();
        assertThat(whole.path("data")).hasSize(PERSONS);
        assertThat(whole.at("/additional_data/next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"id,desc", "update_time,asc", "update_time,desc", "add_time,asc", "add_time,desc"})
    void everyOrderIsWalkedWithoutGapsOrRepeats(String sortBy, String direction) {
        List<JsonNode> persons = client.all("limit=17&sort_by=" + sortBy + "&sort_direction=" + direction);

        assertThat(persons).hasSize(PERSONS);
        assertThat(new HashSet<>(ids(persons))).hasSize(PERSONS);
        List<String> keys = persons.stream()
                .map(person -> sortBy.equals("id")
                        ? "%09d".formatted(person.path("id").longValue())
                        : person.path(sortBy).stringValue())
                .toList();
        assertThat(keys)
                .isSortedAccordingTo(
                        direction.equals("asc")
                                ? java.util.Comparator.naturalOrder()
                                : java.util.Comparator.reverseOrder());
    }

    @Test
    void theIdsThatExistAreReturnedAndTheOthersLeftOut() {
        assertThat(ids(client.all("ids=9,3,3,99999"))).containsExactly(3L, 9L);
    }

    @Test
    void filtersByOwnerOrganisationAndTimeAgreeWithThePersons() {
        List<JsonNode> all = client.all("limit=500");
        JsonNode one = all.stream()
                .filter(person -> person.path("org_id").isNumber())
                .findFirst()
                .orElseThrow();
        long org = one.path("org_id").longValue();
        String time = one.path("update_time").stringValue();

        assertThat(ids(client.all("org_id=" + org)))
                .containsExactlyElementsOf(ids(all.stream()
                        .filter(person -> person.path("org_id").longValue(0) == org)
                        .toList()));
        assertThat(ids(client.all("limit=50&updated_since=" + time)))
                .containsExactlyElementsOf(ids(all.stream()
                        .filter(person ->
                                person.path("update_time").stringValue().compareTo(time) >= 0)
                        .toList()));
        assertThat(ids(client.all("limit=50&updated_until=" + time)))
                .containsExactlyElementsOf(ids(all.stream()
                        .filter(person ->
                                person.path("update_time").stringValue().compareTo(time) < 0)
                        .toList()));
    }

    @Test
    void aPersonHasTheFieldsOfTheDocumentationAndCountsOnlyOnRequest() {
        JsonNode plain = client.person(1);
        JsonNode counted = client.get("/api/v2/persons/1?include_fields=open_deals_count,notes_count,marketing_status")
                .data();

        assertThat(plain.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "first_name",
                        "last_name",
                        "owner_id",
                        "org_id",
                        "add_time",
                        "update_time",
                        "emails",
                        "phones",
                        "is_deleted",
                        "visible_to",
                        "label_ids",
                        "picture_id",
                        "custom_fields");
        assertThat(plain.path("add_time").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(counted.propertyNames())
                .containsAll(plain.propertyNames())
                .contains("open_deals_count", "notes_count", "marketing_status")
                .hasSize(plain.size() + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=x",
                "cursor=nonsense",
                "sort_by=name",
                "sort_direction=up",
                "ids=1,x",
                "updated_since=yesterday",
                "deal_id=1",
                "include_fields=shoe_size",
                "custom_fields=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16"
            })
    void aParameterThatDoesNotFitIsRefused(String parameter) {
        SandboxClient.Reply reply = client.get("/api/v2/persons?" + parameter);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("success").booleanValue(true)).isFalse();
        assertThat(reply.body().path("error").stringValue()).isNotBlank();
    }

    @Test
    void aFilterMatchesEverybodyAndSwitchesTheOtherFiltersOff() {
        assertThat(client.all("filter_id=4&ids=1,2&owner_id=1&limit=500")).hasSize(PERSONS);
    }

    @Test
    void labelsComeWithTheirNamesOnRequest() {
        JsonNode labelled = client.all("limit=500&include_labels=true").stream()
                .filter(person -> !person.path("label_ids").isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(labelled.at("/labels/0/id")).isEqualTo(labelled.at("/label_ids/0"));
        assertThat(labelled.at("/labels/0/label").stringValue()).isNotBlank();
    }

    @Test
    void aCursorBelongsToTheOrderItWasMadeFor() {
        String cursor = client.get("/api/v2/persons?limit=5")
                .body()
                .at("/additional_data/next_cursor")
                .stringValue();

        assertThat(client.get("/api/v2/persons?sort_by=update_time&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    private static List<Long> ids(List<JsonNode> persons) {
        return persons.stream().map(person -> person.path("id").longValue()).toList();
    }
}
