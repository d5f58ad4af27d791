package io.mergewell.crm.rogerroger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each shape that the documentation, the vendor's own clients and API Platform's settings allow. */
class ListShapesTests {

    private static final String UUID = "0196f3a2-58a1-7c3e-9d10-5b1f0a9e7b3d";

    private static final String ADA = """
            {"@id": "/people/%s", "@type": "Person", "familyName": "Lovelace", "givenName": "Ada",
             "additionalName": "King", "initials": "A.K.", "honorificPrefix": "Countess", "customerId": "C-12",
             "linkedinId": null, "externalSource": "fair", "jobTitle": "Analyst", "isTracked": true,
             "emailAddresses": [{"@id": "/.well-known/genid/1", "email": "ada@engine.example"}, {"email": " "}],
             "phoneNumbers": [{"phoneNumber": "+31 20 555 0100", "phoneType": "mobile"}],
             "address": {"street": "Keizersgracht 1", "postalCode": "1015 CJ", "city": "Amsterdam", "country": "NL"},
             "organizations": [{"@id": "/organizations/7", "name": "Engine BV"}, "/organizations/8"],
             "tags": ["/tags/3"], "segments": [{"@id": "/segments/s-1"}], "owner": "/users/5", "totalDeals": 2,
             "createdAt": "2025-01-31T10:30:00+01:00", "updatedAt": "2025-02-01T00:00:00+00:00", "archivedAt": null}
            """.formatted(UUID);

    @ParameterizedTest
    @CsvSource({
        "'{\"member\": [%s], \"totalItems\": 1}'",
        "'{\"hydra:member\": [%s], \"hydra:totalItems\": 1}'",
        "'{\"member\": [%s]}'",
        "'{\"member\": [%s], \"totalItems\": 1, \"view\": {\"@id\": \"/people?page=1\"}}'"
    })
    void readsEveryEnvelope(String envelope) throws IOException {
        PersonPage page = page(envelope.formatted(ADA));

        assertThat(page.next()).isNull();
        assertThat(page.persons()).extracting(person -> person.person().id()).containsExactly(new PersonId(UUID));
    }

    @Test
    void readsAllThatMattersOfAPerson() throws IOException {
        Person ada = page("{\"member\": [" + ADA + "]}").persons().get(0).person();

        assertThat(ada.name()).isEqualTo(new PersonName("Ada King Lovelace", "Ada", "Lovelace"));
        assertThat(ada.emails()).containsExactly(new ContactValue("ada@engine.example", null, true));
        assertThat(ada.phones()).containsExactly(new ContactValue("+31 20 555 0100", "mobile", true));
        assertThat(ada.organisation()).isEqualTo(new Organisation("7", "Engine BV"));
        assertThat(ada.address()).isEqualTo(new PostalAddress("Keizersgracht 1", "1015 CJ", "Amsterdam", "NL"));
        assertThat(ada.jobTitle()).isEqualTo("Analyst");
        assertThat(ada.custom())
                .isEqualTo(new TreeMap<>(Map.of(
                        "customerId",
                        "C-12",
                        "externalSource",
                        "fair",
                        "honorificPrefix",
                        "Countess",
                        "initials",
                        "A.K.")));
        assertThat(ada.facts().ownerId()).isEqualTo("5");
        assertThat(ada.facts().labels())
                .containsExactly("/organizations/7", "/organizations/8", "/tags/3", "/segments/s-1");
        assertThat(ada.facts().consent()).isEqualTo(Consent.NOT_KEPT);
        assertThat(ada.facts().links().count(LinkKind.DEALS)).hasValue(2);
        assertThat(ada.facts().links().count(LinkKind.NOTES)).isEmpty();
        assertThat(ada.facts().addedAt()).isEqualTo(Instant.parse("2025-01-31T09:30:00Z"));
        assertThat(ada.facts().updatedAt()).isEqualTo(Instant.parse("2025-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
                    # given, additional, family,       full,             first, last
                    Ada,     none,       Lovelace,     none,             Ada,   Lovelace
                    none,    none,       Lovelace,     none,             none,  Lovelace
                    none,    none,       Ada Lovelace, Ada Lovelace,     none,  none
                    none,    King,       Lovelace,     King Lovelace,    King,  Lovelace
                    """)
    void takesANameForWhatItIs(String given, String additional, String family, String full, String first, String last)
            throws IOException {
        String record =
                "{\"id\": 4, \"createdAt\": \"2025-01-31T10:30:00Z\", \"givenName\": %s, \"additionalName\": %s,"
                        + " \"familyName\": %s}";
        Person person = page("{\"member\": [" + record.formatted(quoted(given), quoted(additional), quoted(family))
                        + "]}")
                .persons()
                .get(0)
                .person();

        assertThat(person.name()).isEqualTo(new PersonName(full, first, last));
        assertThat(person.facts().links().count(LinkKind.DEALS))
                .as("not told is unknown")
                .isEmpty();
    }

    @Test
    void asksAsTheDocumentationSays() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, "{\"member\": []}"))) {
            assertThat(source(server).page(new ReadScope.Everything(), null).persons())
                    .isEmpty();

            assertThat(server.requests())
                    .containsExactly("/people?itemsPerPage=30&order%5BcreatedAt%5D=asc&exists%5BarchivedAt%5D=false");
            assertThat(server.heads().get(0).toLowerCase(Locale.ROOT))
                    .contains("x-api-key: s3cr3t-token\n", "accept: application/ld+json\n");
        }
    }

    @Test
    void followsTheSystemsNextPageOnItsOwnHostAndInItsOwnWords() throws IOException {
        String one = many(30, "2025-01-01T00:00:00Z", 0);
        String two = many(5, "2025-01-01T00:00:00Z", 30);
        String view = ",\"totalItems\": 35,\"view\": {\"next\": \"%s\"}}";
        List<ScriptedServer.Reply> pass = List.of(
                Replies.json(200, "{\"member\": " + one + view.formatted("/people?order[createdAt]=asc&page=2")),
                Replies.json(200, "{\"member\": " + two + "}"));
        try (ScriptedServer server = new ScriptedServer(
                Stream.of(pass, pass, pass, pass).flatMap(List::stream).toArray(ScriptedServer.Reply[]::new))) {
            PersonPage page = source(server).page(new ReadScope.Everything(), null);

            assertThat(page.persons()).hasSize(35);
            assertThat(page.next()).isNull();
            assertThat(server.requests().get(1)).isEqualTo("/people?order%5BcreatedAt%5D=asc&page=2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/people?page=2",
                "//evil.example/people?page=2",
                "http://127.0.0.1:1/people?page=2",
                "http://[::bad"
            })
    void neverFollowsANextPageElsewhere(String next) throws IOException {
        String body =
                "{\"member\": " + many(30, "2025-01-01T00:00:00Z", 0) + ", \"view\": {\"next\": \"" + next + "\"}}";

        assertThatThrownBy(() -> page(body)).isInstanceOf(CrmException.BrokenContract.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": []}",
                "[]",
                "{\"member\": [{\"@id\": \"/people/a%2Fb\", \"createdAt\": \"2025-01-31T10:30:00Z\"}]}",
                "{\"member\": [{\"@id\": \"/people/1\"}]}",
                "{\"member\": [{\"@id\": \"/people/1\", \"createdAt\": \"soon\"}]}",
                "{\"member\": [], \"totalItems\": 3}",
                "{\"member\": [{\"id\": 1, \"createdAt\": \"2025-01-02T00:00:00Z\"},"
                        + " {\"id\": 2, \"createdAt\": \"2025-01-01T00:00:00Z\"}]}",
                "{\"member\": [], \"view\": {\"next\": \"/people?page=2\"}}"
            })
    void believesNoListThatIsNotWhatWasPromised(String body) {
        assertThatThrownBy(() -> page(body))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("Nothing of this page was kept");
    }

    @Test
    void saysWhatAFilterThatIsIgnoredMeans() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(Replies.json(200, "{\"member\": " + many(2, "2025-01-01T00:00:00Z", 0) + "}"))) {
            assertThatThrownBy(() -> source(server).page(new ReadScope.Everything(), "2026-01-01T00:00:00Z"))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageContaining("from before the createdAt[after]");
        }
    }

    @Test
    void beginsAnewWhereThePlaceIsAnotherSystems() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            assertThatThrownBy(() -> source(server).page(new ReadScope.Everything(), "eyJpZCI6MX0="))
                    .isInstanceOf(CrmException.CursorExpired.class);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # header,                                   seconds
                    retry-after: 47,                            47
                    'retry-after: Sun, 22 Nov 2026 10:00:58 GMT', 58
                    """)
    void waitsAsLongAsItIsTold(String header, long seconds) throws IOException {
        RecordedWaits waits = new RecordedWaits();
        try (ScriptedServer server = new ScriptedServer(
                Replies.json(
                        429, "{\"message\": \"Too Many Requests\"}", header, "date: Sun, 22 Nov 2026 10:00:00 GMT"),
                Replies.json(200, "{\"member\": []}"))) {
            new RogerRogerPersons(server.endpoint(), Duration.ofSeconds(5), waits)
                    .page(new ReadScope.Everything(), null);
        }

        assertThat(waits.seconds()).containsExactly(seconds);
    }

    @Test
    void readsTheLivingOnlyByTheirIds() throws IOException {
        String archived = ADA.replace("\"archivedAt\": null", "\"archivedAt\": \"2026-01-01T00:00:00Z\"");
        try (ScriptedServer server = new ScriptedServer(
                Replies.json(200, ADA),
                Replies.json(200, archived),
                Replies.json(404, "{}"),
                Replies.json(410, "{}"))) {
            PersonLookup source = source(server);
            List<PersonId> asked = List.of(new PersonId(UUID));

            assertThat(source.byIds(asked)).extracting(SourcedPerson::person).hasSize(1);
            assertThat(source.byIds(asked)).isEmpty();
            assertThat(source.byIds(asked)).isEmpty();
            assertThat(source.byIds(asked)).isEmpty();
            assertThat(server.requests()).containsOnly("/people/" + UUID);
        }
    }

    @Test
    void believesNoAnswerAboutSomebodyElse() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, ADA))) {
            assertThatThrownBy(() -> source(server).byIds(List.of(new PersonId("5"))))
                    .isInstanceOf(CrmException.BrokenContract.class);
        }
    }

    private static PersonPage page(String body) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Replies.json(200, body))) {
            return source(server).page(new ReadScope.Everything(), null);
        }
    }

    private static PersonLookup source(ScriptedServer server) {
        return new RogerRogerPersons(server.endpoint(), Duration.ofSeconds(5), new RecordedWaits());
    }

    private static String many(int count, String createdAt, int from) {
        StringBuilder members = new StringBuilder("[");
        for (int i = 1; i <= count; i++) {
            members.append(i == 1 ? "" : ",")
                    .append("{\"id\": %d, \"familyName\": \"N\", \"createdAt\": \"%s\"}"
                            .formatted(from + i, createdAt));
        }
        return members.append("]").toString();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
