package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.Replies.json;
import static io.mergewell.crm.pipedrive.Peers.peer;
import static io.mergewell.crm.pipedrive.Persons.page;
import static io.mergewell.crm.pipedrive.Persons.pageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.ScriptedServer.Reply;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipedrivePersonsTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    private final RecordedWaits waits = new RecordedWaits();
    private ScriptedServer server;

    @AfterEach
    void closeServer() throws Exception {
        server.close();
    }

    @Test
    void readsEveryValueOfAPerson() {
        Person ada = onlyPerson(json(200, page(null, Persons.ADA))).person();

        assertThat(ada.id()).isEqualTo(new PersonId("7"));
        assertThat(ada.name()).isEqualTo(new PersonName("Ada Lovelace", "Ada", "Lovelace"));
        assertThat(ada.emails())
                .containsExactly(
                        new ContactValue("ada@example.org", "work", true),
                        new ContactValue("countess@example.com", "home", false));
        assertThat(ada.phones()).containsExactly(new ContactValue("+44 20 7946 0000", "mobile", true));
        assertThat(ada.organisation()).isEqualTo(new Organisation("12", null));
        assertThat(ada.birthDate()).isEqualTo("1815-12-10");
        assertThat(ada.jobTitle()).isEqualTo("Analyst");
        assertThat(ada.address())
                .isEqualTo(new PostalAddress("St James's Square 12", "SW1Y 4JH", "London", "United Kingdom"));
        assertThat(ada.facts().ownerId()).isEqualTo("3");
        assertThat(ada.facts().labels()).containsExactly("4", "9");
        assertThat(ada.facts().consent()).isEqualTo(Consent.UNSUBSCRIBED);
        assertThat(ada.facts().addedAt()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
        assertThat(ada.facts().updatedAt()).isEqualTo(Instant.parse("2026-05-06T07:08:09Z"));
    }

    @Test
    void countsAllKindsOfDealLinksAsDealsAndKnowsNothingOfLeads() {
        Person ada = onlyPerson(json(200, page(null, Persons.ADA))).person();

        assertThat(ada.facts().links().counts())
                .isEqualTo(Map.of(
                        LinkKind.DEALS, 10,
                        LinkKind.ACTIVITIES, 5,
                        LinkKind.NOTES, 6,
                        LinkKind.FILES, 0,
                        LinkKind.MAILS, 8,
                        LinkKind.FOLLOWERS, 9));
    }

    @Test
    void aCountThatDidNotComeIsUnknownAndNotZero() {
        String without =
                Persons.ADA.replace("\"participant_open_deals_count\":3,", "").replace("\"notes_count\":6,", "");

        Person ada = onlyPerson(json(200, page(null, without))).person();

        assertThat(ada.facts().links().count(LinkKind.DEALS)).isEmpty();
        assertThat(ada.facts().links().count(LinkKind.NOTES)).isEmpty();
        assertThat(ada.facts().links().count(LinkKind.FILES)).hasValue(0);
    }

    @Test
    void keepsCustomFieldsAsTextWithoutLoss() {
        Person ada = onlyPerson(json(200, page(null, Persons.ADA))).person();

        assertThat(ada.custom())
                .containsExactly(
                        Map.entry("aaaa", "Ockham Park"),
                        Map.entry("bbbb", "12.3400"),
                        Map.entry("dddd", "{\"currency\":\"GBP\",\"value\":5}"),
                        Map.entry("eeee", "[3,1]"),
                        Map.entry("ffff", "12345678901234567890123.000000000000000001"),
                        Map.entry("hhhh", "true"));
    }

    @Test
    void keepsTheRecordByteForByte() {
        String odd = "{ \"id\": 7, \"name\":\"Zo\\u00eb \uD83D\uDE00 Ünal\",\n \"x\": 1.10e2 }";

        SourcedPerson sourced = onlyPerson(json(200, page(null, odd)));

        assertThat(sourced.raw()).isEqualTo(odd);
        assertThat(sourced.person().name().full()).isEqualTo("Zoë \uD83D\uDE00 Ünal");
    }

    @ParameterizedTest
    @CsvSource({
        "no_consent, NO_CONSENT",
        "subscribed, SUBSCRIBED",
        "unsubscribed, UNSUBSCRIBED",
        "archived, ARCHIVED",
        "something-new, UNKNOWN"
    })
    void readsConsent(String status, Consent consent) {
        String record = "{\"id\":1,\"marketing_status\":\"" + status + "\"}";

        assertThat(onlyPerson(json(200, page(null, record))).person().facts().consent())
                .isEqualTo(consent);
    }

    @Test
    void consentThatWasAskedForAndDidNotComeIsUnknown() {
        assertThat(onlyPerson(json(200, pageOf(null, 1))).person().facts().consent())
                .isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void aCompanyWithoutCampaignsKeepsNoConsent() {
        PersonLookup source =
                source(json(400, "{\"success\":false}"), json(200, pageOf("b", 1)), json(200, pageOf(null, 2)));

        PersonPage first = source.page(EVERYTHING, null);
        source.page(EVERYTHING, first.next());

        assertThat(first.persons().get(0).person().facts().consent()).isEqualTo(Consent.NOT_KEPT);
        assertThat(server.requests().get(0)).contains("marketing_status");
        assertThat(server.requests().subList(1, 3)).noneMatch(request -> request.contains("marketing_status"));
    }

    @Test
    void anExpiredCursorNeverMakesConsentForgotten() {
        PersonLookup source = source(
                json(400, "{}"),
                json(400, "{}"),
                json(200, page(null, "{\"id\":1,\"marketing_status\":\"unsubscribed\"}")));

        assertThatThrownBy(() -> source.page(EVERYTHING, "old")).isInstanceOf(CrmException.CursorExpired.class);
        PersonPage anew = source.page(EVERYTHING, null);

        assertThat(anew.persons().get(0).person().facts().consent()).isEqualTo(Consent.UNSUBSCRIBED);
    }

    @Test
    void toleratesNullsAndUnknownFields() {
        String record = """
                {"id":1,"name":null,"emails":null,"phones":[],"org_id":null,"owner_id":{"id":5,"name":"X"},"label_ids":null,\
                "custom_fields":null,"postal_address":null,"update_time":"2026-01-31 09:30:00","new_thing":{"a":[1]}}""";

        Person person = onlyPerson(json(200, page(null, record))).person();

        assertThat(person.name()).isEqualTo(PersonName.NONE);
        assertThat(person.organisation()).isEqualTo(Organisation.NONE);
        assertThat(person.facts().ownerId()).isEqualTo("5");
        assertThat(person.facts().updatedAt()).isEqualTo(Instant.parse("2026-01-31T09:30:00Z"));
    }

    @Test
    void asksForPagesOf500ByIdWithTheTokenInItsHeaderAlone() {
        PersonLookup source = source(json(200, pageOf("a b/+", 1)), json(200, pageOf(null, 2)));

        PersonPage first = source.page(EVERYTHING, null);
        PersonPage second = source.page(EVERYTHING, first.next());

        assertThat(first.next()).isEqualTo("a b/+");
        assertThat(second.next()).isNull();
        assertThat(decoded(0))
                .startsWith("/api/v2/persons?limit=500&include_fields=open_deals_count,")
                .endsWith("followers_count,marketing_status&sort_by=id&sort_direction=asc");
        assertThat(decoded(1)).endsWith("&sort_direction=asc&cursor=a b/+");
        assertThat(server.requests()).noneMatch(request -> request.contains("s3cr3t"));
        assertThat(server.heads()).allMatch(head -> head.contains("x-api-token: s3cr3t-token\n"));
    }

    @Test
    void asksOnlyForWhatChanged() {
        PersonLookup source = source(json(200, page(null, Persons.deleted(3), Persons.named(4))));

        PersonPage page = source.page(new ReadScope.ChangedSince(Instant.parse("2026-11-20T01:02:03.456Z")), null);

        assertThat(decoded(0)).contains("&updated_since=2026-11-20T01:02:03Z");
        assertThat(page.gone()).containsExactly(new PersonId("3"));
        assertThat(Persons.ids(page.persons())).isEqualTo("4");
    }

    @Test
    void filtersWhereTheApiCan() {
        server = new ScriptedServer(json(200, page(null)), json(200, page(null)));

        open(new PersonFilter(123, null)).page(EVERYTHING, null);
        open(new PersonFilter(null, 45)).page(EVERYTHING, null);

        assertThat(server.requests().get(0)).contains("&owner_id=123").doesNotContain("filter_id");
        assertThat(server.requests().get(1)).contains("&filter_id=45").doesNotContain("owner_id");
    }

    @Test
    void refusesAFilterThatTheApiWouldIgnore() {
        server = new ScriptedServer();

        assertThatThrownBy(() -> open(new PersonFilter(1, 2)))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageContaining("crm.owner-id");
    }

    @Test
    void readsPersonsAgainInBatchesOf100() {
        PersonLookup source = source(
                json(
                        200,
                        pageOf(
                                null,
                                IntStream.rangeClosed(1, 100).asLongStream().toArray())),
                json(200, page(null, Persons.named(101), Persons.deleted(102))));
        List<PersonId> ids = IntStream.rangeClosed(1, 103)
                .mapToObj(id -> new PersonId(Integer.toString(id)))
                .toList();

        List<SourcedPerson> found = source.byIds(ids);

        assertThat(found).hasSize(101);
        assertThat(decoded(0)).contains("limit=100").contains("&ids=1,2,3,").doesNotContain("101");
        assertThat(decoded(1)).endsWith("&ids=101,102,103");
        assertThat(source.usage()).isEqualTo(new ApiUsage(2, 20, 0));
    }

    @Test
    void aPersonNobodyAskedForBreaksTheContract() {
        PersonLookup source = source(json(200, pageOf(null, 1, 2)));

        assertThatThrownBy(() -> source.byIds(List.of(new PersonId("1"))))
                .isInstanceOf(CrmException.BrokenContract.class)
                .hasMessageContaining("person 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410})
    void aCursorThatIsNoLongerKnownIsToldApart(int status) {
        PersonLookup source = source(json(200, pageOf("b", 1)), json(status, "{\"success\":false}"));

        source.page(EVERYTHING, null);

        assertThatThrownBy(() -> source.page(EVERYTHING, "b"))
                .isInstanceOf(CrmException.CursorExpired.class)
                .hasMessageContaining("begins anew");
    }

    @Test
    void aFilterThatIsNotUnderstoodIsNamed() {
        server = new ScriptedServer(json(400, "{}"), json(400, "{}"));

        assertThatThrownBy(() -> open(new PersonFilter(null, 45)).page(EVERYTHING, null))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageContaining("crm.filter-id");
    }

    @Test
    void thereIsSuchAThingAsAnEmptyCompany() {
        PersonPage page = source(json(200, "{\"success\":true,\"data\":null}")).page(EVERYTHING, null);

        assertThat(page.persons()).isEmpty();
        assertThat(page.next()).isNull();
    }

    private SourcedPerson onlyPerson(Reply reply) {
        return source(reply).page(EVERYTHING, null).persons().get(0);
    }

    private PersonLookup source(Reply... replies) {
        server = new ScriptedServer(replies);
        return open(PersonFilter.ALL);
    }

    private PersonLookup open(PersonFilter filter) {
        return new PipedrivePersons(peer(server.endpoint()), filter, Duration.ofSeconds(20), waits);
    }

    private String decoded(int request) {
        return URLDecoder.decode(server.requests().get(request), StandardCharsets.UTF_8);
    }
}
