package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.pipedrive.Peers.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Sends;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.pipedrive.write.PipedriveWriter;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.RecordFacts;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The writer against the server that speaks as Pipedrive's documentation does. Each test has persons of its own. */
class SandboxWritingTests {

    private static final String BORN = "5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154";
    private static final String NUMBER = "a83e6d10f94b27c5d8e1730b6f2a95c4e7d01b38";
    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";
    private static final String INTERESTS = "19d7f3ab58e04c26b9a3f60e7d15c8420ae6b97d";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    private final PersonWriter writer =
            new PipedriveWriter(peer(endpoint()), Duration.ofSeconds(20), new RecordedWaits());

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(60).withLimits(Limits.NONE));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @Test
    void mergesOnePersonIntoAnother() {
        Effect merge = new Effect.Merge(id(11), id(22));

        assertThat(Sends.send(writer, merge)).isEqualTo(new Reply.Done(id(22), List.of(id(11))));
        assertThat(writer.mergePrice()).isEqualTo(40);
        assertThat(writer.usage()).isEqualTo(new ApiUsage(1, 40, 0));
        assertThat(read(11, 22)).extracting(Person::id).containsExactly(id(22));
        assertThat(Sends.send(writer, merge)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void deletesAPerson() {
        Effect delete = new Effect.Delete(List.of(id(33)));

        assertThat(Sends.send(writer, delete)).isEqualTo(new Reply.Done(null, List.of(id(33))));
        assertThat(writer.usage().tokens()).isEqualTo(3);
        assertThat(read(33)).isEmpty();
        assertThat(Sends.send(writer, delete)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aDeletionIsPricedWithTheLeadsThatAreCountedBefore() {
        Effect delete = new Effect.Delete(List.of(id(34)));

        Sends.leads(writer, id(34));
        Sends.send(writer, delete);

        assertThat(writer.usage().tokens())
                .isEqualTo(Sends.deletion(writer).deletionPrice(1))
                .isEqualTo(43);
    }

    @Test
    void whatItWritesIsWhatIsReadAfterwards() {
        Person before = read(44).get(0);
        Person wanted = new Person(
                before.id(),
                new PersonName("Grace Brewster Hopper", "Grace", "Brewster Hopper"),
                List.of(
                        new ContactValue("grace@navy.example", "work", false),
                        new ContactValue("hopper@cobol.example", "home", true)),
                List.of(new ContactValue("+1 703 555 0100", "mobile", true)),
                new Organisation("77", null),
                null,
                before.address(),
                null,
                new TreeMap<>(Map.of(BORN, "1906-12-09", NUMBER, "1906", SOURCE, "3", INTERESTS, "[1,4]")),
                facts(before, List.of("2", "5"), before.facts().consent()));
        Effect update = update(
                wanted,
                "name",
                "emails",
                "phones",
                "organisation",
                "labels",
                "custom." + BORN,
                "custom." + NUMBER,
                "custom." + SOURCE,
                "custom." + INTERESTS);

        assertThat(Sends.send(writer, update)).isEqualTo(new Reply.Done(id(44), List.of()));

        Person after = read(44).get(0);
        assertThat(after.name()).isEqualTo(wanted.name());
        assertThat(after.emails()).isEqualTo(wanted.emails());
        assertThat(after.phones()).isEqualTo(wanted.phones());
        assertThat(after.organisation()).isEqualTo(wanted.organisation());
        assertThat(after.facts().labels()).isEqualTo(wanted.facts().labels());
        assertThat(after.custom()).isEqualTo(wanted.custom());
        assertThat(writer.usage()).as("fields once, then the update").isEqualTo(new ApiUsage(2, 15, 0));
    }

    @Test
    void whatIsNotNamedStaysAndWhatIsEmptyIsCleared() {
        Person before = read(45).get(0);
        Sends.send(writer, update(with(before, Map.of(INTERESTS, "[2]", NUMBER, "C-1")), "custom." + INTERESTS));
        Person empty = new Person(
                before.id(),
                before.name(),
                List.of(),
                List.of(),
                Organisation.NONE,
                null,
                before.address(),
                null,
                new TreeMap<>(),
                facts(before, List.of(), before.facts().consent()));

        Sends.send(writer, update(empty, "emails", "organisation", "labels", "custom." + INTERESTS));

        Person after = read(45).get(0);
        assertThat(after.emails()).isEmpty();
        assertThat(after.organisation()).isEqualTo(Organisation.NONE);
        assertThat(after.facts().labels()).isEmpty();
        assertThat(after.custom()).doesNotContainKey(INTERESTS);
        assertThat(after.phones()).isEqualTo(before.phones());
        assertThat(after.name()).isEqualTo(before.name());
    }

    @Test
    void oneContactIsPrimaryHoweverManyWereMeantToBe() {
        Person before = read(46).get(0);
        Person wanted = new Person(
                before.id(),
                before.name(),
                List.of(ContactValue.of("a@one.example"), ContactValue.of("b@two.example")),
                List.of(new ContactValue("111", null, true), new ContactValue("222", null, true)),
                before.organisation(),
                null,
                before.address(),
                null,
                before.custom(),
                before.facts());

        assertThat(Sends.send(writer, update(wanted, "emails", "phones"))).isInstanceOf(Reply.Done.class);

        assertThat(read(46).get(0).emails()).extracting(ContactValue::primary).containsExactly(true, false);
        assertThat(read(46).get(0).phones()).extracting(ContactValue::primary).containsExactly(true, false);
    }

    @Test
    void consentCanBeStoppedAndDoesNotComeBack() {
        Person before = read(47).get(0);

        Sends.send(writer, update(withConsent(before, Consent.UNSUBSCRIBED), "consent"));
        assertThat(read(47).get(0).facts().consent()).isEqualTo(Consent.UNSUBSCRIBED);

        Reply again = Sends.send(writer, update(withConsent(before, Consent.SUBSCRIBED), "consent"));
        assertThat(again).as("Pipedrive says yes and leaves it").isInstanceOf(Reply.Done.class);
        assertThat(read(47).get(0).facts().consent())
                .isEqualTo(
                        before.facts().consent() == Consent.UNSUBSCRIBED ? Consent.SUBSCRIBED : Consent.UNSUBSCRIBED);
    }

    @Test
    void aValueThatDoesNotFitItsFieldIsRefusedByTheSystem() {
        Person wrong = with(read(48).get(0), Map.of(SOURCE, "Trade fair"));

        assertThat(Sends.send(writer, update(wrong, "custom." + SOURCE))).isInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "name, true",
        "emails, true",
        "phones, true",
        "organisation, true",
        "labels, true",
        "consent, true",
        "custom." + BORN + ", true",
        "custom." + INTERESTS + ", true",
        "custom.unheard-of, false",
        "birth-date, false",
        "job-title, false",
        "street, false",
        "postcode, false",
        "city, false",
        "country, false",
        "owner, false"
    })
    void knowsWhatCanBeWritten(String field, boolean writes) {
        assertThat(writer.writes(field)).isEqualTo(writes);
    }

    @Test
    void leadsFollowTheSurvivor() {
        long all = 0;
        for (int person = 50; person <= 60; person++) {
            all += Sends.leads(writer, id(person));
        }
        for (int person = 50; person < 60; person++) {
            Sends.send(writer, new Effect.Merge(id(person), id(60)));
        }

        assertThat(all).isPositive();
        assertThat(Sends.leads(writer, id(60))).isEqualTo(all);
        assertThat(Sends.leads(writer, id(50))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "7/merge", "7?x", "1e3", "٣", "1234567890123456789"})
    void noOtherIdBecomesPartOfAPath(String id) {
        assertThatThrownBy(() -> Sends.send(writer, new Effect.Delete(List.of(new PersonId(id)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(writer.usage()).isEqualTo(ApiUsage.NONE);
    }

    private static Effect.Update update(Person wanted, String... fields) {
        return new Effect.Update(wanted, new TreeSet<>(Set.of(fields)));
    }

    private static Person with(Person person, Map<String, String> custom) {
        return new Person(
                person.id(),
                person.name(),
                person.emails(),
                person.phones(),
                person.organisation(),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                new TreeMap<>(custom),
                person.facts());
    }

    private static Person withConsent(Person person, Consent consent) {
        return new Person(
                person.id(),
                person.name(),
                person.emails(),
                person.phones(),
                person.organisation(),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                person.custom(),
                facts(person, person.facts().labels(), consent));
    }

    private static RecordFacts facts(Person person, List<String> labels, Consent consent) {
        RecordFacts facts = person.facts();
        return new RecordFacts(facts.ownerId(), labels, consent, facts.links(), facts.addedAt(), facts.updatedAt());
    }

    private static List<Person> read(int... ids) {
        List<PersonId> wanted =
                java.util.Arrays.stream(ids).mapToObj(SandboxWritingTests::id).toList();
        try (PersonLookup source =
                new PipedrivePersons(peer(endpoint()), PersonFilter.ALL, Duration.ofSeconds(20), new RecordedWaits())) {
            return source.byIds(wanted).stream().map(SourcedPerson::person).toList();
        }
    }

    private static PersonId id(int number) {
        return new PersonId(String.valueOf(number));
    }

    private static Endpoint endpoint() {
        return new Endpoint(sandbox.baseUrl(), new Secret(sandbox.token()));
    }
}
