package io.mergewell.crm.pipedrive.v1;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.plan.Somebody;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What API v1 tells of names: lists of fields and users, and organisations in the records of persons. */
class NameAnswersTests {

    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";

    private static final String FIELDS = """
            {"success":true,"data":[
            {"id":1,"key":"name","name":"Name","field_type":"varchar"},
            {"id":2,"key":"label","name":"Label","field_type":"enum","options":[{"id":3,"label":"Customer"}]},
            {"id":3,"key":"%s","name":"Source","field_type":"set","options":[{"id":1,"label":"Web form"}]}],
            "additional_data":{"pagination":{"start":0,"limit":500,"more_items_in_collection":false}}}
            """.formatted(SOURCE);

    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void asksOnceForFieldsThatReadingPersonsTakesAsWell() {
        String person = "{\"id\":7,\"active_flag\":true,\"name\":\"Ada\",\"" + SOURCE + "\":\"1,2\"}";
        CrmConnection connection = connect(
                json(
                        200,
                        "{\"success\":true,\"data\":[" + person + "],\"additional_data\":{\"pagination\":"
                                + "{\"more_items_in_collection\":false}}}"),
                json(200, FIELDS));
        assertThat(connection
                        .source()
                        .page(new ReadScope.Everything(), null)
                        .persons()
                        .get(0)
                        .person()
                        .custom())
                .containsEntry(SOURCE, "[1,2]");

        assertThat(connection.names().fields())
                .containsExactlyInAnyOrder(
                        new Term(TermKind.FIELD, "", SOURCE, "Source"),
                        new Term(TermKind.OPTION, SOURCE, "1", "Web form"),
                        new Term(TermKind.LABEL, "", "3", "Customer"));
        assertThat(server.requests()).hasSize(2);
        assertThat(connection.source().usage().tokens()).isEqualTo(20 + 20);
    }

    @Test
    void namesOwners() {
        CrmConnection connection = connect(json(200, "{\"success\":true,\"data\":[{\"id\":5,\"name\":\"Ada Berg\"}]}"));

        assertThat(connection.names().owners()).containsExactly(new Term(TermKind.OWNER, "", "5", "Ada Berg"));
        assertThat(server.requests()).containsExactly("/api/v1/users");
        assertThat(connection.source().usage().tokens()).isEqualTo(20);
    }

    @Test
    void namesOrganisationsFromTheRecordsOfTheirMembers() {
        NameSource names = connect().names();
        SourcedPerson whole = new SourcedPerson(
                Somebody.withId("7").at("12", null).there(), "{\"id\":7,\"org_id\":{\"value\":12,\"name\":\"Looms\"}}");

        assertThat(names.organisations(List.of(whole)))
                .containsExactly(new Term(TermKind.ORGANISATION, "", "12", "Looms"));
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":7,\"org_id\":12}", "{\"id\":7}", "", "not a record", "{\"org_id\":{\"name\":\" \"}}"})
    void leavesAnOrganisationWithoutANameWhereTheRecordHasNone(String record) {
        NameSource names = connect().names();
        SourcedPerson member =
                new SourcedPerson(Somebody.withId("7").at("12", null).there(), record);

        assertThat(names.organisations(List.of(member))).isEmpty();
    }

    @Test
    void isRefusedWithoutTheRight() {
        NameSource names = connect(json(403, "{\"success\":false}"), json(403, "{\"success\":false}"))
                .names();

        assertThatThrownBy(names::fields).isInstanceOf(CrmException.Refused.class);
        assertThatThrownBy(names::owners).isInstanceOf(CrmException.Refused.class);
    }

    private CrmConnection connect(ScriptedServer.Reply... replies) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server = new ScriptedServer(replies);
        return Answers.connect(server.endpoint(), "reader", "list");
    }
}
