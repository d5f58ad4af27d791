package io.mergewell.crm.pipedrive.v1;

import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.Sends;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to API v1, and what its answers mean. */
class WriteAnswersTests {

    private static final String MONEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OPTIONS = "89abcdef0123456789abcdef0123456789abcdef";
    private static final String PLACE = "fedcba9876543210fedcba9876543210fedcba98";
    private static final String RECORD = """
            {"id":7,"active_flag":true,"owner_id":{"id":3,"value":3},"org_id":{"value":12},"name":"Ada Lovelace",\
            "email":[{"value":"ada@example.org","primary":true,"label":"work"}],"phone":[{"value":"","primary":true}],\
            "visible_to":"3","label":4,"label_ids":[4,9],"marketing_status":"unsubscribed",\
            "%s":5,"%s_currency":"GBP","%s":"3,7","%s":"Rome","%s_country":"Italy"}""".formatted(MONEY, MONEY, OPTIONS, PLACE, PLACE);
    private static final String FIELDS = Answers.fields(
            MONEY, "monetary", OPTIONS, "set", PLACE, "address", "marketing_status", "status", "birthday", "date");

    private ScriptedServer server = new ScriptedServer();

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void mergesTheDuplicateInThePathIntoTheSurvivorInTheBody() {
        PersonWriter writer = writer(json(200, "{\"success\":true,\"data\":{\"id\":123,\"merge_what_id\":456}}"));
        Effect merge = new Effect.Merge(new PersonId("456"), new PersonId("123"));

        assertThat(Sends.send(writer, merge))
                .isEqualTo(new Reply.Done(new PersonId("123"), List.of(new PersonId("456"))));
        assertThat(server.heads().get(0)).startsWith("PUT /api/v1/persons/456/merge HTTP/1.1\n");
        assertThat(server.bodies()).containsExactly("{\"merge_with_id\":123}");
        assertThat(writer.mergePrice()).isEqualTo(40);
        assertThat(writer.usage()).isEqualTo(new ApiUsage(1, 40, 0));
    }

    @Test
    void updatesWithTheFieldsOfV1AtTheRoot() {
        PersonWriter writer = writer(
                json(200, FIELDS), json(200, "{\"success\":true,\"data\":{\"id\":7,\"name\":\"Ada Lovelace\"}}"));
        Person wanted = Sends.recorded(writer, RECORD).person();
        Effect update = new Effect.Update(
                wanted,
                new TreeSet<>(Set.of(
                        "name",
                        "emails",
                        "phones",
                        "organisation",
                        "labels",
                        "consent",
                        "custom." + MONEY,
                        "custom." + OPTIONS,
                        "custom." + PLACE)));

        assertThat(Sends.send(writer, update))
                .isInstanceOfSatisfying(
                        Reply.Done.class, done -> assertThat(done.remaining()).isEqualTo(new PersonId("7")));
        assertThat(server.heads().get(1)).startsWith("PUT /api/v1/persons/7 HTTP/1.1\n");
        assertThat(server.bodies().get(1)).isEqualTo("""
                {"%s":5,"%s_currency":"GBP","%s":"3,7",\
                "email":[{"label":"work","primary":true,"value":"ada@example.org"}],"%s":"Rome","label_ids":[4,9],\
                "marketing_status":"unsubscribed","name":"Ada Lovelace","org_id":12,"phone":[]}""".formatted(MONEY, MONEY, OPTIONS, PLACE));
        assertThat(writer.usage()).isEqualTo(new ApiUsage(2, 30, 0));
    }

    /** Of a company that had labels before they had ids: the row of a merge that was done must not end the run. */
    @Test
    void saysOfALabelThatIsNoNumberThatNothingWasSent() {
        PersonWriter writer = writer();
        Person wanted = Sends.recorded(writer, "{\"id\":7,\"active_flag\":true,\"name\":\"Ada\",\"label\":\"hot\"}")
                .person();
        Effect update = new Effect.Update(wanted, new TreeSet<>(Set.of("labels")));

        assertThatThrownBy(() -> Sends.send(writer, update))
                .isInstanceOf(Unwritable.class)
                .hasMessageNotContaining("hot");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void createsWhoWasKeptWithOwnerAndVisibility() {
        PersonWriter writer = writer(json(200, FIELDS), json(201, "{\"success\":true,\"data\":{\"id\":99}}"));
        SourcedPerson former = Sends.recorded(writer, RECORD);

        assertThat(Sends.send(writer, new Effect.Create(former)))
                .isEqualTo(new Reply.Done(new PersonId("99"), List.of()));
        assertThat(server.heads().get(1)).startsWith("POST /api/v1/persons HTTP/1.1\n");
        assertThat(server.bodies().get(1))
                .contains("\"owner_id\":3", "\"visible_to\":\"3\"", "\"org_id\":12", "\"" + OPTIONS + "\":\"3,7\"")
                .doesNotContain("phone");
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3'", "'1,3'", "''"})
    void saysExactlyWhoIsGone(String answered) {
        PersonWriter writer = writer(json(200, "{\"success\":true,\"data\":{\"id\":[" + answered + "]}}"));
        Effect delete = delete("1", "2", "3");

        List<PersonId> gone = answered.isEmpty()
                ? List.of()
                : List.of(answered.split(",")).stream().map(PersonId::new).toList();
        assertThat(Sends.send(writer, delete)).isEqualTo(new Reply.Done(null, gone));
        assertThat(server.heads().get(0)).startsWith("DELETE /api/v1/persons?ids=1,2,3 HTTP/1.1\n");
        assertThat(writer.usage()).isEqualTo(new ApiUsage(1, 10, 0));
        assertThat(Sends.deletion(writer).deletionPrice(3))
                .as("with the leads of three persons")
                .isEqualTo(130);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":{\"id\":1}}",
                "{\"success\":true,\"data\":{\"id\":[1,\"2\"]}}",
                "{\"success\":true,\"data\":null}",
                "{\"success\":false,\"data\":{\"id\":[1]}}",
                "{\"success\":true,\"data\":{\"id\":[1"
            })
    void aDeletionThatCannotBeToldFromTheAnswerIsUnknown(String body) {
        assertThat(Sends.send(writer(json(200, body)), delete("1", "2"))).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void deletesAHundredAtOnceAndNoMore() {
        String[] tooMany =
                IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).toArray(String[]::new);
        PersonWriter writer = writer();

        assertThat(Sends.deletion(writer).deletesAtOnce()).isEqualTo(100);
        assertThatThrownBy(() -> Sends.send(writer, delete(tooMany))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sends.send(writer, delete("1", "2&x"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void doesNotReadARecordOfTheOtherApi() {
        assertThatThrownBy(() ->
                        Sends.recorded(writer(), "{\"id\":7,\"name\":\"Ada\",\"emails\":[],\"is_deleted\":false}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("crm.type pipedrive")
                .hasMessageNotContaining("Ada");
    }

    private static Effect.Delete delete(String... ids) {
        return new Effect.Delete(List.of(ids).stream().map(PersonId::new).toList());
    }

    private PersonWriter writer(ScriptedServer.Reply... replies) {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server = new ScriptedServer(replies);
        return Answers.writer(server.endpoint());
    }
}
