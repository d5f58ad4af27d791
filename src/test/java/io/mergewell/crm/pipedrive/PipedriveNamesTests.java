package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.html;
import static io.mergewell.crm.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.NameSource;
import io.mergewell.crm.NameSource.Part;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.plan.Somebody;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Pipedrive's lists of fields, users and organisations answer, as its documentation shows them, and what not. */
class PipedriveNamesTests {

    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";
    private static final String ADVISER = "a83e6d10f94b27c5d8e1730b6f2a95c4e7d01b38";

    private static final String FIELDS = """
            {"success":true,"data":[
            {"field_name":"Name","field_code":"name","field_type":"varchar","is_custom_field":false,"options":null},
            {"field_name":"Labels","field_code":"label_ids","field_type":"set","is_custom_field":false,
             "options":[{"id":3,"label":"Customer","color":"green"},{"id":4,"label":"Hot lead"}]},
            {"field_name":"Source","field_code":"%s","field_type":"enum","is_custom_field":true,
             "options":[{"id":1,"label":"Web form"},{"id":"two","label":"<b>=1+1</b>"},{"id":3,"label":""}]},
            {"field_name":"Adviser","field_code":"%s","field_type":"user","is_custom_field":true,"options":null}],
            "additional_data":{"next_cursor":null}}
            """.formatted(SOURCE, ADVISER);

    private static final String USERS = """
            {"success":true,"data":[
            {"id":5,"name":"Ada Berg","email":"ada@example.org","active_flag":true,"is_deleted":false},
            {"id":6,"name":"Bo\\nLind","active_flag":false,"is_deleted":true},{"id":7,"name":" "},{"name":"Nobody"}]}
            """;

    private ScriptedServer server = new ScriptedServer();
    private PipedrivePersons persons;

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    @Test
    void namesFieldsOptionsAndLabels() {
        NameSource names = names(json(200, FIELDS));

        assertThat(names.fields())
                .containsExactlyInAnyOrder(
                        new Term(TermKind.FIELD, "", SOURCE, "Source"),
                        new Term(TermKind.FIELD, "", ADVISER, "Adviser"),
                        new Term(TermKind.OPTION, SOURCE, "1", "Web form"),
                        new Term(TermKind.OPTION, SOURCE, "two", "<b>=1+1</b>"),
                        new Term(TermKind.LABEL, "", "3", "Customer"),
                        new Term(TermKind.LABEL, "", "4", "Hot lead"));
        assertThat(server.requests()).containsExactly("/api/v2/personFields?limit=500");
        assertThat(persons.usage()).isEqualTo(new ApiUsage(1, 10, 0));
    }

    @Test
    void namesOwnersAlsoWhereAFieldHoldsOne() {
        NameSource names = names(json(200, FIELDS), json(200, USERS));
        names.fields();

        assertThat(names.owners())
                .containsExactlyInAnyOrder(
                        new Term(TermKind.OWNER, "", "5", "Ada Berg"),
                        new Term(TermKind.OPTION, ADVISER, "5", "Ada Berg"),
                        new Term(TermKind.OWNER, "", "6", "Bo Lind"),
                        new Term(TermKind.OPTION, ADVISER, "6", "Bo Lind"));
        assertThat(server.requests().get(1)).isEqualTo("/api/v1/users");
        assertThat(persons.usage()).isEqualTo(new ApiUsage(2, 30, 0));
    }

    @Test
    void namesOwnersWithoutTheFields() {
        assertThat(names(json(200, USERS)).owners())
                .extracting(Term::kind)
                .containsExactly(TermKind.OWNER, TermKind.OWNER);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksForAHundredOrganisationsAtOnce() {
        String first = organisations(IntStream.rangeClosed(1, 99));
        String second = organisations(IntStream.of(101, 999));
        NameSource names = names(json(200, first), json(200, second));

        List<Term> found = names.organisations(membersOf(IntStream.rangeClosed(1, 101)));

        assertThat(found).hasSize(100).contains(new Term(TermKind.ORGANISATION, "", "101", "Company 101"));
        assertThat(server.requests())
                .first()
                .asString()
                .startsWith("/api/v2/organizations?limit=100&ids=1%2C2%2C3%2C")
                .endsWith("%2C100");
        assertThat(server.requests().get(1)).isEqualTo("/api/v2/organizations?limit=100&ids=101");
        assertThat(persons.usage()).isEqualTo(new ApiUsage(2, 20, 0));
    }

    @Test
    void asksForNoOrganisationThatHasNoNumber() {
        NameSource names = names();
        List<SourcedPerson> strange =
                List.of(sourced(Somebody.withId("1").at("12&limit=1", null)), sourced(Somebody.withId("2")));

        assertThat(names.organisations(strange)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithoutTheRight(Part part) {
        NameSource names = names(json(403, "{\"success\":false,\"error\":\"Scope and URL mismatch\"}"));

        assertThatThrownBy(() -> ask(names, part))
                .isInstanceOfSatisfying(CrmException.Refused.class, refused -> assertThat(refused.tokenAccepted())
                        .isTrue());
        assertThat(names.scope(part)).isEqualTo(part == Part.OWNERS ? "users:read" : "contacts:read");
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithAWrongToken(Part part) {
        NameSource names = names(json(401, "{\"success\":false,\"error\":\"unauthorized access\"}"));

        assertThatThrownBy(() -> ask(names, part))
                .isInstanceOfSatisfying(CrmException.Refused.class, refused -> assertThat(refused.tokenAccepted())
                        .isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void takesAListThatIsNotThereForABrokenContract(Part part) {
        NameSource names = names(html(404));

        assertThatThrownBy(() -> ask(names, part))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("status 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "{\"success\":true,\"data\":7}", "{\"success\":false,\"data\":[]}", "nonsense"})
    void takesGarbageForABrokenContract(String body) {
        for (Part part : Part.values()) {
            NameSource names = names(json(200, body));
            assertThatThrownBy(() -> ask(names, part)).isInstanceOf(CrmException.BrokenContract.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"data\":null}",
                "{\"success\":true,\"data\":[]}",
                "{\"success\":true,\"data\":[7,null,\"x\",[],{}]}"
            })
    void knowsNoNamesWhereThereAreNone(String body) {
        for (Part part : Part.values()) {
            assertThat(ask(names(json(200, body)), part)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheBudgetOfTheDayIsSpent(Part part) {
        NameSource names = names(json(429, "{}", "retry-after: 40000"));

        assertThatThrownBy(() -> ask(names, part))
                .isInstanceOfSatisfying(CrmException.Temporary.class, temporary -> assertThat(temporary.wantsPause())
                        .isTrue());
    }

    @Test
    void tellsTroubleOnTheWayFromALimit() {
        NameSource names = names(json(500, "{}"), json(500, "{}"), json(500, "{}"), json(500, "{}"));

        assertThatThrownBy(names::owners)
                .isInstanceOfSatisfying(CrmException.Temporary.class, temporary -> assertThat(temporary.wantsPause())
                        .isFalse());
    }

    private static List<Term> ask(NameSource names, Part part) {
        return switch (part) {
            case FIELDS -> names.fields();
            case OWNERS -> names.owners();
            case ORGANISATIONS -> names.organisations(membersOf(IntStream.of(12)));
        };
    }

    private static List<SourcedPerson> membersOf(IntStream organisations) {
        Function<Integer, SourcedPerson> member =
                id -> sourced(Somebody.withId("1" + id).at(Integer.toString(id), null));
        return organisations.boxed().map(member).toList();
    }

    private static SourcedPerson sourced(Somebody person) {
        return new SourcedPerson(person.there(), "{}");
    }

    private static String organisations(IntStream ids) {
        return "{\"success\":true,\"data\":["
                + ids.mapToObj(id -> "{\"id\":" + id + ",\"name\":\"Company " + id + "\",\"is_deleted\":false}")
                        .collect(Collectors.joining(","))
                + "],\"additional_data\":{\"next_cursor\":null}}";
    }

    private NameSource names(ScriptedServer.Reply... replies) {
        closeQuietly();
        server = new ScriptedServer(replies);
        persons = new PipedrivePersons(
                Peers.peer(server.endpoint()), PersonFilter.ALL, Duration.ofSeconds(10), new RecordedWaits());
        return persons.names();
    }

    private void closeQuietly() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
