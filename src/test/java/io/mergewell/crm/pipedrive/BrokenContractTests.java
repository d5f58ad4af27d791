package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.html;
import static io.mergewell.crm.Replies.json;
import static io.mergewell.crm.pipedrive.Peers.peer;
import static io.mergewell.crm.pipedrive.Persons.page;
import static io.mergewell.crm.pipedrive.Persons.pageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.ScriptedServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that Pipedrive promises never to give: nothing that was read can then be trusted. */
class BrokenContractTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    private ScriptedServer server;

    @AfterEach
    void closeServer() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {"success":false,"data":[]}                                          | not "success": true
                    {"success":"true","data":[]}                                         | not "success": true
                    {"data":[]}                                                          | not "success": true
                    {"success":true}                                                     | without "data"
                    {"success":true,"data":{}}                                           | "data" that is no list
                    {"success":true,"data":[7]}                                          | without an id
                    {"success":true,"data":[{"name":"X"}]}                               | without an id
                    {"success":true,"data":[{"id":null}]}                                | without an id
                    {"success":true,"data":[{"id":"7"}]}                                 | without an id
                    {"success":true,"data":[{"id":7.5}]}                                 | without an id
                    {"success":true,"data":[{"id":0}]}                                   | without an id
                    {"success":true,"data":[{"id":99999999999999999999}]}                | without an id
                    {"success":true,"data":[{"id":7},{"id":7}]}                          | person 7 twice
                    {"success":true,"data":[{"id":7},{"id":6}]}                          | person 6 after person 7
                    {"success":true,"data":[{"id":7,"update_time":"yesterday"}]}         | person 7 with a value in update_time
                    {"success":true,"data":[],"additional_data":{"next_cursor":"b"}}     | empty page that names a next one
                    {"success":true,"data":[{"id":7}],"additional_data":{"next_cursor":5}} | no text
                    []                                                                   | no object
                    nonsense                                                             | not JSON
                    {"success":true,"data":[{"id":7,}]}                                  | not JSON
                    """)
    void isRefusedAsAWhole(String body, String sentence) {
        assertThatThrownBy(() -> source(json(200, body)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageStartingWith("Pipedrive at 127.0.0.1:")
                .hasMessageContaining(sentence)
                .hasMessageContaining("Nothing of this page was kept")
                .hasNoCause();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPageOfHtmlIsNotParsed() {
        assertThatThrownBy(() -> source(html(200)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("text/html");
    }

    @Test
    void bytesThatAreNoTextAreNotJson() {
        byte[] latin1 =
                "{\"success\":true,\"data\":[{\"id\":1,\"name\":\"Zoë\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() ->
                        source(Replies.typed(200, "application/json", latin1)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410, 415, 422})
    void aListThatIsNotThereIsSaidSo(int status) {
        assertThatThrownBy(() -> source(json(status, "{}")).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("with status " + status);
    }

    @Test
    void anAnswerThatEndsInTheMiddleIsAskedForAgain() {
        PersonSource source = source(json(200, "{\"success\":true,\"data\":[{\"id\":1}"), json(200, pageOf(null, 1)));

        assertThat(source.page(EVERYTHING, null).persons()).hasSize(1);
        assertThat(source.usage().retries()).isEqualTo(1);
    }

    @Test
    void anEmptyAnswerIsAskedForAgain() {
        assertThat(source(json(200, ""), json(200, pageOf(null, 1)))
                        .page(EVERYTHING, null)
                        .persons())
                .hasSize(1);
    }

    @Test
    void aLastPageThatLeadsBackIsNoticed() {
        PersonSource source = source(json(200, pageOf("b", 1, 2)), json(200, pageOf(null, 1)));

        assertThatThrownBy(() -> readAll(source))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("leads back");
    }

    @Test
    void anAnswerThatAlwaysEndsInTheMiddleBreaksTheContract() {
        Reply cut = json(200, "{\"success\":true,\"data\":[{\"id\":1}");

        assertThatThrownBy(() -> source(cut, cut, cut, cut).page(EVERYTHING, null))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("ends in the middle, 4 times in a row");
    }

    @Test
    void aCursorThatComesBackAfterManyPagesIsNoticed() {
        PersonSource source = source(
                json(200, pageOf("b", 1)),
                json(200, pageOf("c", 2)),
                json(200, pageOf("d", 3)),
                json(200, pageOf("b", 4)));

        assertThatThrownBy(() -> readAll(source))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("would never end");
    }

    @Test
    void aCursorThatRepeatsTheOneOfAnEarlierProcessIsNoticed() {
        PersonSource source = source(json(200, pageOf("k", 8)));

        assertThatThrownBy(() -> source.page(EVERYTHING, "k"))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("would never end");
    }

    @Test
    void pagesThatGoRoundUnderEverNewCursorsAreNoticed() {
        PersonSource source =
                source(json(200, pageOf("b", 1, 2)), json(200, pageOf("c", 3, 4)), json(200, pageOf("d", 1, 2)));

        assertThatThrownBy(() -> readAll(source))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("leads back");
    }

    @Test
    void aPersonWhoComesAgainOnTheNextPageIsNoFault() {
        PersonSource source = source(json(200, pageOf("b", 1, 2)), json(200, pageOf(null, 2, 3)));

        assertThat(readAll(source)).containsExactly("1", "2", "2", "3");
    }

    @Test
    void aNewReadMaySeeTheSameCursorsAgain() {
        PersonSource source = source(
                json(200, pageOf("b", 1)), json(200, pageOf(null, 2)),
                json(200, pageOf("b", 1)), json(200, pageOf(null, 2)));

        assertThat(readAll(source)).isEqualTo(readAll(source)).hasSize(2);
    }

    @Test
    void deletedPersonsCountWhereTheOrderIsChecked() {
        PersonSource source =
                source(json(200, page("b", Persons.named(1), Persons.deleted(9))), json(200, pageOf("c", 5)));

        assertThatThrownBy(() -> readAll(source)).isInstanceOf(CrmException.BrokenContract.class);
    }

    private List<String> readAll(PersonSource source) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            PersonPage page = source.page(EVERYTHING, cursor);
            page.persons().forEach(sourced -> ids.add(sourced.person().id().value()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private PersonSource source(Reply... replies) {
        server = new ScriptedServer(replies);
        return new PipedrivePersons(
                peer(server.endpoint()), PersonFilter.ALL, Duration.ofSeconds(20), new RecordedWaits());
    }
}
