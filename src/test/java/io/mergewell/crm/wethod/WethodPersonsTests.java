package io.mergewell.crm.wethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of Wethod, and what is made of its answers. */
class WethodPersonsTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    /** In the shape of {@code EmployeeDto}, the client for PHP that is made from Wethod's description. */
    private static final String ADA = """
            {"id": 12, "created_at": "2023-01-02T03:04:05+0100", "updated_at": "2024-05-06T07:08:09+02:00",
             "email": "ada@acme.example", "name": "Ada", "surname": "Lovelace", "role_id": 2, "role": "admin",
             "is_archived": false, "is_visible_in_people_allocation": true, "has_timesheet_required": true,
             "level_id": null, "stream_id": 4, "price_list_id": 1, "job_title_id": 7, "allocation_manager_id": null,
             "capacity_id": 3, "location_id": 5}""";

    private final RecordedWaits waits = new RecordedWaits();

    @Test
    void showsWhoItIsInEveryRequest() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "[]"))) {
            page(server, Map.of("company", "acme"), EVERYTHING);

            assertThat(server.requests()).containsExactly("/api/persons?limit=100&offset=0");
            assertThat(server.heads().get(0))
                    .startsWith("GET ")
                    .containsIgnoringCase("\nAuthorization: Bearer s3cr3t-token\n")
                    .containsIgnoringCase("\nWethod-Company: acme\n")
                    .containsIgnoringCase("\nWethod-Version: 2024-06-15\n");
        }
    }

    @Test
    void asksForTheVersionThatTheJobFileNames() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "[]"))) {
            page(server, Map.of("company", "acme", "api-version", "2025-01-31"), EVERYTHING);

            assertThat(server.heads().get(0)).containsIgnoringCase("\nWethod-Version: 2025-01-31\n");
        }
    }

    @Test
    void asksForWhatChangedFromTheSecondOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "[]"))) {
            page(
                    server,
                    Map.of("company", "acme"),
                    new ReadScope.ChangedSince(Instant.parse("2026-01-31T09:30:00.25Z")));

            assertThat(server.requests())
                    .containsExactly("/api/persons?limit=100&offset=0&updated_at=gt:2026-01-31T09%3A29%3A59%2B00%3A00");
        }
    }

    @Test
    void readsAPerson() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "[" + ADA + "]"))) {
            PersonPage page = page(server, Map.of("company", "acme"), EVERYTHING);

            Person ada = page.persons().get(0).person();
            assertThat(ada.id()).isEqualTo(new PersonId("12"));
            assertThat(ada.name().display()).isEqualTo("Ada Lovelace");
            assertThat(ada.emails()).containsExactly(new ContactValue("ada@acme.example", null, true));
            assertThat(ada.facts().addedAt()).isEqualTo("2023-01-02T02:04:05Z");
            assertThat(ada.facts().updatedAt()).isEqualTo("2024-05-06T05:08:09Z");
            assertThat(ada.custom())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "role", "admin",
                            "stream_id", "4",
                            "price_list_id", "1",
                            "job_title_id", "7",
                            "location_id", "5")));
            assertThat(page.persons().get(0).raw()).contains("\"has_timesheet_required\":true");
            assertThat(page.next()).isNull();
        }
    }

    @Test
    void anArchivedPersonIsGone() throws IOException {
        String left = ADA.replace("\"is_archived\": false", "\"is_archived\": true");
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "[" + left + "]"))) {
            PersonPage page = page(server, Map.of("company", "acme"), EVERYTHING);

            assertThat(page.persons()).isEmpty();
            assertThat(page.gone()).containsExactly(new PersonId("12"));
        }
    }

    @Test
    void aUserWhoHasFilledInNothingYetIsAPerson() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(Replies.json(200, "[{\"id\": 3, \"email\": \"x@acme.example\", \"name\": \"\"}]"))) {
            Person person = page(server, Map.of("company", "acme"), EVERYTHING)
                    .persons()
                    .get(0)
                    .person();

            assertThat(person.name().display()).isEmpty();
            assertThat(person.emails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": []}",
                "[{\"name\": \"Ada\"}]",
                "[{\"id\": \"twelve\"}]",
                "[7]",
                "[{\"id\": 1}, {\"id\": 1}]",
                "[{\"id\": 1, \"updated_at\": \"yesterday\"}]",
                "nonsense"
            })
    void whatIsNoListOfPersonsIsNotReadAsOne(String body) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, body))) {
            assertThatThrownBy(() -> page(server, Map.of("company", "acme"), EVERYTHING))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageEndingWith("Nothing of this page was kept; the pages before it are.")
                    .hasMessageNotContaining("Ada")
                    .hasMessageNotContaining("yesterday");
        }
    }

    /** In seconds or as Unix time, against the answer's own clock: the header's unit is documented nowhere. */
    @ParameterizedTest
    @CsvSource({"42, 42", "1767225645, 45"})
    void waitsAsLongAsItIsTold(String told, long waited) throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                Replies.json(
                        429,
                        "{\"key\":\"too_many_requests\"}",
                        "x-ratelimit-retry-after: " + told,
                        "x-ratelimit-remaining: 7",
                        "date: Thu, 01 Jan 2026 00:00:00 GMT"),
                Replies.json(200, "[]"))) {
            page(server, Map.of("company", "acme"), EVERYTHING);

            assertThat(waits.seconds()).containsExactly(waited);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'key':'invalid_data','message':'Invalid data.','failures':[{'field':'limit','message':'Anna'}]}"
                        + " | does not understand the request (400). It says: invalid_data; Invalid data;"
                        + " the trouble is with limit. Is crm.company",
                "404 | {'key':'not_found','message':'Nothing for anna.rossi@acme.example'}"
                        + " | does not understand the request (404). It says: not_found. Is crm.company",
                "401 | {'key':'unauthorized','message':'The token is not valid.'}"
                        + " | still valid? It says: unauthorized; The token is not valid.",
                "403 | {'key':'forbidden','message':'Anna Rossi may not'} | the token of one who has it. It says: forbidden.",
                "403 | {'key':'Anna','message':'call 055-1234567'} | or use the token of one who has it."
            })
    void itsOwnWordsAreShownWhereTheyCanHoldNobodysData(int status, String body, String sentence) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(status, body.replace('\'', '"')))) {
            assertThatThrownBy(() -> page(server, Map.of("company", "acme"), EVERYTHING))
                    .isInstanceOf(CrmException.class)
                    .hasMessageContaining(sentence)
                    .message()
                    .doesNotContainIgnoringCase("anna")
                    .doesNotContain("055-1234567", "s3cr3t");
        }
    }

    @Test
    void isOnlyReportedOn() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            CrmConnection connection = connection(server, Map.of("company", "acme"));

            assertThat(connection.out())
                    .isEqualTo(new WayOut.None(
                            "Wethod's persons are users with timesheets and payroll, so that Mergewell only"
                                    + " reports on them: merge them by hand in Wethod."));
            assertThat(connection.out().capabilities()).isEqualTo(Capabilities.REPORT_ONLY);
            assertThat(server.requests()).isEmpty();
        }
    }

    private PersonPage page(ScriptedServer server, Map<String, String> options, ReadScope scope) {
        return connection(server, options).source().page(scope, null);
    }

    private CrmConnection connection(ScriptedServer server, Map<String, String> options) {
        return new Wethod().connect(server.endpoint(), ChosenOptions.of(options), Duration.ofSeconds(20), waits);
    }
}
