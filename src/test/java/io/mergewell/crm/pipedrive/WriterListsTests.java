package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.json;
import static io.mergewell.crm.pipedrive.Peers.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.Sends;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.write.PipedriveWriter;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer has to ask for before it writes: leads and fields. */
class WriterListsTests {

    private static final PersonId SEVEN = new PersonId("7");

    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void countsArchivedLeadsAndAllPages() {
        PersonWriter writer = answering(
                json(200, leads(500, 7, true)),
                json(503, "{}"),
                json(200, leads(20, 7, false)),
                json(200, leads(3, 7, false)));

        assertThat(Sends.leads(writer, SEVEN)).isEqualTo(523);
        assertThat(writer.usage()).isEqualTo(new ApiUsage(4, 80, 1));
        assertThat(server.requests())
                .containsExactly(
                        "/api/v1/leads?person_id=7&limit=500&start=0",
                        "/api/v1/leads?person_id=7&limit=500&start=500",
                        "/api/v1/leads?person_id=7&limit=500&start=500",
                        "/api/v1/leads/archived?person_id=7&limit=500&start=0");
    }

    @Test
    void noLeadsMayBeWrittenAsNull() {
        String none = "{\"success\":true,\"data\":null,\"additional_data\":{\"pagination\":"
                + "{\"more_items_in_collection\":false}}}";

        assertThat(Sends.leads(answering(json(200, none), json(200, none)), SEVEN))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"data\":null}",
                "{\"success\":true}",
                "{\"success\":true,\"data\":[]}",
                "{\"success\":true,\"data\":{}}",
                "[]",
                "nothing"
            })
    void aCountThatIsNotToBeHadIsNotZero(String answer) {
        PersonWriter writer = answering(json(200, answer));

        assertThatThrownBy(() -> Sends.leads(writer, SEVEN)).isInstanceOf(CrmException.BrokenContract.class);
    }

    @Test
    void othersLeadsAreNotCounted() {
        PersonWriter writer = answering(json(200, leads(1, 8, false)));

        assertThatThrownBy(() -> Sends.leads(writer, SEVEN))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("leads of another person");
    }

    @Test
    void anEmptyPageThatPromisesMoreIsNotBelieved() {
        PersonWriter writer = answering(json(200, leads(0, 7, true)));

        assertThatThrownBy(() -> Sends.leads(writer, SEVEN)).isInstanceOf(CrmException.BrokenContract.class);
    }

    @Test
    void asksForTheFieldsOncePageByPage() {
        PersonWriter writer = answering(
                json(200, fields("c2", "birthday", "date", "aaaa", "monetary")),
                json(200, fields(null, "bbbb", "picture", "cccc", "text")));

        assertThat(writer.writes("birth-date")).isTrue();
        assertThat(writer.writes("job-title")).isFalse();
        assertThat(writer.writes("consent")).isFalse();
        assertThat(writer.writes("custom.aaaa")).isTrue();
        assertThat(writer.writes("custom.bbbb")).isFalse();
        assertThat(writer.writes("custom.cccc")).isTrue();
        assertThat(server.requests())
                .containsExactly("/api/v2/personFields?limit=500", "/api/v2/personFields?limit=500&cursor=c2");
        assertThat(writer.usage()).isEqualTo(new ApiUsage(2, 20, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT        | 12                | \"12\"",
                "TEXT        | [1]               | \"[1]\"",
                "PLAIN_JSON  | 12.3400           | 12.3400",
                "PLAIN_JSON  | 123456789012345.000000000000000001 | 123456789012345.000000000000000001",
                "PLAIN_JSON  | true              | true",
                "PLAIN_JSON  | twelve            | \"twelve\"",
                "PLAIN_JSON  | 007               | \"007\"",
                "PLAIN_JSON  | [1]               | \"[1]\"",
                "NESTED_JSON | [3,1]             | [3,1]",
                "NESTED_JSON | {\"value\":5}     | {\"value\":5}",
                "NESTED_JSON | 3                 | \"3\"",
                "NESTED_JSON | [3,               | \"[3,\""
            })
    void turnsTextBackIntoWhatItWasReadFrom(PersonFields.Form form, String text, String json) {
        assertThat(Json.MAPPER.writeValueAsString(form.json(text))).isEqualTo(json);
    }

    private PersonWriter answering(ScriptedServer.Reply... replies) {
        server = new ScriptedServer(replies);
        return new PipedriveWriter(peer(server.endpoint()), Duration.ofSeconds(10), new RecordedWaits());
    }

    private static String leads(int count, long person, boolean more) {
        String data = IntStream.range(0, count)
                .mapToObj(number -> "{\"id\":\"" + number + "\",\"person_id\":" + person + "}")
                .collect(Collectors.joining(","));
        return "{\"success\":true,\"data\":[" + data
                + "],\"additional_data\":{\"pagination\":{\"more_items_in_collection\":" + more + "}}}";
    }

    private static String fields(String next, String... codesAndTypes) {
        String data = IntStream.range(0, codesAndTypes.length / 2)
                .mapToObj(i -> "{\"field_code\":\"" + codesAndTypes[2 * i] + "\",\"field_type\":\""
                        + codesAndTypes[2 * i + 1] + "\"}")
                .collect(Collectors.joining(","));
        String cursor = next == null ? "null" : "\"" + next + "\"";
        return "{\"success\":true,\"data\":[" + data + "],\"additional_data\":{\"next_cursor\":" + cursor + "}}";
    }
}
