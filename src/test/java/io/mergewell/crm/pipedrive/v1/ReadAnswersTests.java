package io.mergewell.crm.pipedrive.v1;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What API v1 answers to reads, as its documentation shows it, and what it must not answer. */
class ReadAnswersTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();
    private static final String COLLECTED = """
            {"id":7,"active_flag":true,"owner_id":3,"org_id":12,"name":"Ada Lovelace",\
            "email":[{"value":"ada@example.org","primary":true,"label":"work"}],"phone":[{"value":"","primary":true}],\
            "update_time":"2026-05-06 07:08:09","delete_time":null,"add_time":"2024-01-02 03:04:05","visible_to":"3",\
            "picture_id":null,"label":4,"label_ids":[4,9],"cc_email":"acme+person7@pipedrivemail.com"}""";

    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void theCollectionIsReadByItsCursor() {
        PersonLookup source = source(
                List.of("owner-id", "3", "first-char", "ä"),
                json(200, Answers.collected("\"a+b\"", COLLECTED, Answers.gone(8))),
                json(200, Answers.collected("null", Answers.record(9))));

        PersonPage first = source.page(EVERYTHING, null);
        PersonPage second = source.page(
                new ReadScope.ChangedSince(Instant.parse("2026-11-01T08:09:10.5Z")), String.valueOf(first.next()));

        assertThat(first.gone()).containsExactly(new PersonId("8"));
        assertThat(second.persons()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(server.requests())
                .containsExactly(
                        "/api/v1/persons/collection?limit=500&owner_id=3&first_char=%C3%A4",
                        "/api/v1/persons/collection?limit=500&owner_id=3&first_char=%C3%A4"
                                + "&since=2026-11-01%2008%3A09%3A10&cursor=a%2Bb");
        assertThat(server.heads().get(0)).contains("x-api-token: s3cr3t-token");
        assertThat(source.usage()).isEqualTo(new ApiUsage(2, 20, 0));
        assertThat(source.readsChanges()).isTrue();
    }

    @Test
    void whatTheCollectionDoesNotCarryIsUnknown() {
        SourcedPerson sourced = source(List.of(), json(200, Answers.collected("null", COLLECTED)))
                .page(EVERYTHING, null)
                .persons()
                .get(0);
        Person person = sourced.person();

        assertThat(sourced.raw()).isEqualTo(COLLECTED);
        assertThat(person.name().display()).isEqualTo("Ada Lovelace");
        assertThat(person.emails()).hasSize(1);
        assertThat(person.phones()).isEmpty();
        assertThat(person.facts().labels()).containsExactly("4", "9");
        assertThat(person.facts().links()).isEqualTo(LinkedRecords.UNKNOWN);
        assertThat(person.facts().consent()).isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void aWholePersonLooksAsTheCollectionShowsItOnceThatIsAskedFor() {
        String whole = COLLECTED.replace("\"cc_email\"", """
                "first_name":"Ada","last_name":"Lovelace","marketing_status":"subscribed","notes_count":3,\
                "0123456789abcdef0123456789abcdef01234567":"x","cc_email\"""");
        PersonLookup source = source(
                List.of(),
                json(200, Answers.collected("null", COLLECTED)),
                json(200, Answers.single(whole)),
                json(200, Answers.fields("0123456789abcdef0123456789abcdef01234567", "varchar")));

        Person listed = source.page(EVERYTHING, null).persons().get(0).person();
        Person found = source.byIds(List.of(new PersonId("7"))).get(0).person();

        assertThat(found.custom()).hasSize(1);
        assertThat(found).isNotEqualTo(listed);
        assertThat(source.asListed(found)).isEqualTo(listed);
    }

    @Test
    void onlyGlobalAdminsMayReadTheCollection() {
        assertThatThrownBy(
                        () -> source(List.of(), json(403, Answers.NOT_ALLOWED)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.Refused.class)
                .hasMessageContaining("only global admins")
                .hasMessageContaining("reader: list");
        assertThatThrownBy(() -> source(List.of(), json(401, "{}")).page(EVERYTHING, null))
                .isInstanceOf(CrmException.Refused.class)
                .hasMessageContaining("does not accept the token");
    }

    @ParameterizedTest
    @CsvSource({"collection, 404", "collection, 405", "collection, 410", "list, 404", "list, 405", "list, 410"})
    void aListThatIsGoneIsSaidToBeOutOfSupport(String reader, int status) {
        assertThatThrownBy(() -> source(List.of("reader", reader), json(status, Answers.UNKNOWN_METHOD))
                        .page(EVERYTHING, null))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageContaining("2026-08-01")
                .hasMessageContaining("crm.type: pipedrive ");
    }

    @Test
    void aCursorThatIsNoLongerKnownBeginsTheReadAnew() {
        assertThatThrownBy(() ->
                        source(List.of(), json(400, "{\"success\":false}")).page(EVERYTHING, "old"))
                .isInstanceOf(CrmException.CursorExpired.class);
        assertThatThrownBy(() -> source(List.of("reader", "list")).page(EVERYTHING, "of another reader"))
                .isInstanceOf(CrmException.CursorExpired.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false}",
                "{\"success\":true}",
                "{\"success\":true,\"data\":[{\"name\":\"Ada\"}]}",
                "{\"success\":true,\"data\":[{\"id\":7},{\"id\":7}],\"additional_data\":{\"next_cursor\":null}}",
                "{\"success\":true,\"data\":[],\"additional_data\":{\"next_cursor\":\"more\"}}",
                "{\"success\":true,\"data\":[{\"id\":7}],\"additional_data\":{\"next_cursor\":5}}",
                "{\"success\":true,\"data\":[{\"id\":7,\"update_time\":\"yesterday\"}]}"
            })
    void aCollectionThatIsNotAsPromisedIsNotBelieved(String body) {
        assertThatThrownBy(() -> source(List.of(), json(200, body)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class);
    }

    @Test
    void aCursorThatComesAgainIsNotFollowed() {
        PersonLookup source = source(
                List.of(),
                json(200, Answers.collected("\"a\"", Answers.record(1))),
                json(200, Answers.collected("\"b\"", Answers.record(2))),
                json(200, Answers.collected("\"a\"", Answers.record(3))));
        source.page(EVERYTHING, null);
        source.page(EVERYTHING, "a");

        assertThatThrownBy(() -> source.page(EVERYTHING, "b"))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("never end");
    }

    @Test
    void theListIsReadByRowsWithAnOverlap() {
        long[] full = LongStream.rangeClosed(1, 500).toArray();
        long[] rest = LongStream.rangeClosed(481, 510).toArray();
        PersonLookup source = source(
                List.of("reader", "list", "filter-id", "45"),
                json(200, Answers.rows(true, full)),
                json(200, Answers.rows(false, rest)));

        PersonPage first = source.page(EVERYTHING, null);
        PersonPage second = source.page(EVERYTHING, first.next());

        assertThat(first.persons()).hasSize(500);
        assertThat(second.persons())
                .extracting(person -> person.person().id().value())
                .containsExactly(LongStream.rangeClosed(501, 510)
                        .mapToObj(String::valueOf)
                        .toArray(String[]::new));
        assertThat(second.next()).isNull();
        assertThat(server.requests())
                .containsExactly(
                        "/api/v1/persons?limit=500&start=0&sort=id%20ASC&filter_id=45",
                        "/api/v1/persons?limit=500&start=480&sort=id%20ASC&filter_id=45");
        assertThat(source.usage()).isEqualTo(new ApiUsage(2, 40, 0));
        assertThat(source.readsChanges()).isFalse();
    }

    @Test
    void anEmptyListMayBeNull() {
        PersonPage page = source(
                        List.of("reader", "list", "owner-id", "3", "first-char", "a"),
                        json(200, Answers.rows(false).replace("[]", "null")))
                .page(EVERYTHING, null);

        assertThat(page.persons()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(server.requests().get(0)).endsWith("&user_id=3&first_char=a");
    }

    @Test
    void rowsThatAreNotSortedAreNotBelieved() {
        assertThatThrownBy(() -> source(List.of("reader", "list"), json(200, Answers.rows(false, 2, 1)))
                        .page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("person 1 after person 2");
    }

    @Test
    void singlePersonsAreReadOneByOneAndTheGoneAreLeftOut() {
        PersonLookup source = source(
                List.of(),
                json(200, Answers.single(Answers.record(1))),
                json(404, Answers.NOT_FOUND),
                json(410, Answers.NOT_FOUND),
                json(200, Answers.single(Answers.gone(4))),
                json(200, Answers.single(Answers.record(5))));

        List<SourcedPerson> found = source.byIds(
                Stream.of("1", "2", "3", "4", "5", "1").map(PersonId::new).toList());

        assertThat(found).extracting(person -> person.person().id().value()).containsExactly("1", "5");
        assertThat(server.requests())
                .startsWith("/api/v1/persons/1", "/api/v1/persons/2")
                .hasSize(5);
        assertThat(source.usage()).isEqualTo(new ApiUsage(5, 10, 0));
    }

    @Test
    void aWayToReadThatIsGoneDoesNotMakePersonsLookDeleted() {
        assertThatThrownBy(() ->
                        source(List.of(), json(404, Answers.UNKNOWN_METHOD)).byIds(List.of(new PersonId("1"))))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageContaining("2026-08-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"id\":2}", "[{\"id\":1},{\"id\":2}]"})
    void anotherPersonThanWasAskedForIsNotTaken(String data) {
        assertThatThrownBy(
                        () -> source(List.of(), json(200, Answers.single(data))).byIds(List.of(new PersonId("1"))))
                .isInstanceOf(CrmException.BrokenContract.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter-id 45                           | takes no filter",
                "filter-id 45 reader collection         | crm.reader: list",
                "filter-id 45 owner-id 3 reader list    | Remove one of them"
            })
    void optionsThatDoNotGoTogetherAreRefused(String options, String sentence) {
        assertThatThrownBy(() -> source(List.of(options.split(" "))))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageContaining(sentence);
    }

    private PersonLookup source(List<String> options, ScriptedServer.Reply... replies) {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server = new ScriptedServer(replies);
        return Answers.source(server.endpoint(), options.toArray(String[]::new));
    }
}
