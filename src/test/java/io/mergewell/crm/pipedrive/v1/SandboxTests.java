package io.mergewell.crm.pipedrive.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Sends;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways against the server that speaks as the documentation of v1 does, held against what v2 says of it. */
class SandboxTests {

    private static final int PERSONS = 600;
    private static final String BORN = "5c1f0a9e7b3d4826a1e05f7c92d846b3e0a7f154";
    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";
    private static final String INTERESTS = "19d7f3ab58e04c26b9a3f60e7d15c8420ae6b97d";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    private final PersonWriter writer = Answers.writer(endpoint());

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(PERSONS).withLimits(Limits.NONE));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @Test
    void theListGivesWhatV2Gives() {
        try (PersonLookup list = Answers.source(endpoint(), "reader", "list");
                PersonLookup v2 = v2()) {
            assertThat(all(list)).isEqualTo(all(v2));
            assertThat(list.usage()).as("two pages and the fields").isEqualTo(new ApiUsage(3, 60, 0));
        }
    }

    @Test
    void theCollectionGivesWhatItCarriesAndSinglePersonsTheRest() {
        try (PersonLookup collection = Answers.source(endpoint());
                PersonLookup v2 = v2()) {
            List<Person> whole = all(v2);
            List<PersonId> some =
                    whole.subList(100, 120).stream().map(Person::id).toList();

            assertThat(all(collection))
                    .isEqualTo(whole.stream().map(collection::asListed).toList());
            assertThat(collection.byIds(some)).extracting(SourcedPerson::person).isEqualTo(whole.subList(100, 120));
            assertThat(collection.usage()).isEqualTo(new ApiUsage(2 + 20 + 1, 20 + 40 + 20, 0));
        }
    }

    @Test
    void theCollectionKnowsWhatChanged() {
        try (PersonLookup collection = Answers.source(endpoint())) {
            Instant since = Instant.now();
            Person before = read(5);
            Sends.send(writer, new Effect.Update(before, new TreeSet<>(Set.of("labels"))));

            PersonPage changed = collection.page(new ReadScope.ChangedSince(since.minusSeconds(1)), null);

            assertThat(changed.persons())
                    .extracting(person -> person.person().id())
                    .contains(before.id());
            assertThat(collection
                            .page(new ReadScope.ChangedSince(Instant.parse("2100-01-01T00:00:00Z")), null)
                            .persons())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "collection"})
    void aPartCanBeRead(String reader) {
        try (PersonLookup source = Answers.source(endpoint(), "reader", reader, "owner-id", "2", "first-char", "M");
                PersonLookup v2 = v2()) {
            List<PersonId> wanted = all(v2).stream()
                    .filter(person -> "2".equals(person.facts().ownerId()))
                    .filter(person ->
                            person.name().display().toLowerCase(Locale.ROOT).startsWith("m"))
                    .map(Person::id)
                    .toList();

            assertThat(all(source)).extracting(Person::id).isEqualTo(wanted).isNotEmpty();
        }
    }

    @Test
    void whatItWritesIsWhatIsReadAfterwards() {
        Person before = read(44);
        RecordFacts facts = before.facts();
        Person wanted = new Person(
                before.id(),
                new PersonName("Grace Brewster Hopper", "Grace", "Brewster Hopper"),
                List.of(
                        new ContactValue("grace@navy.example", "work", false),
                        new ContactValue("hopper@cobol.example", "home", true)),
                List.of(),
                new Organisation("77", null),
                null,
                before.address(),
                null,
                new TreeMap<>(Map.of(BORN, "1906-12-09", SOURCE, "3", INTERESTS, "[1,4]")),
                new RecordFacts(
                        facts.ownerId(),
                        List.of("2", "5"),
                        facts.consent(),
                        facts.links(),
                        facts.addedAt(),
                        facts.updatedAt()));
        TreeSet<String> fields = new TreeSet<>(Set.of("name", "emails", "phones", "organisation", "labels"));
        Set.of(BORN, SOURCE, INTERESTS, "a83e6d10f94b27c5d8e1730b6f2a95c4e7d01b38")
                .forEach(key -> fields.add("custom." + key));

        Reply reply = Sends.send(writer, new Effect.Update(wanted, fields));

        Person after = read(44);
        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            assertThat(done.remaining()).isEqualTo(id(44));
            assertThat(done.shown()).extracting(SourcedPerson::person).isEqualTo(after);
        });
        assertThat(after.name()).isEqualTo(wanted.name());
        assertThat(after.emails()).isEqualTo(wanted.emails());
        assertThat(after.phones()).isEmpty();
        assertThat(after.organisation()).isEqualTo(wanted.organisation());
        assertThat(after.facts().labels()).isEqualTo(wanted.facts().labels());
        assertThat(after.custom()).isEqualTo(wanted.custom());
    }

    @Test
    void mergesAndDeletesAndTellsWhoIsGone() {
        List<PersonId> several =
                IntStream.of(31, 32, 33).mapToObj(SandboxTests::id).toList();

        assertThat(Sends.send(writer, new Effect.Merge(id(31), id(30))))
                .isEqualTo(new Reply.Done(id(30), List.of(id(31))));
        assertThat(Sends.send(writer, new Effect.Delete(several)))
                .as("the first is gone already")
                .isEqualTo(new Reply.Done(null, List.of(id(32), id(33))));
        try (PersonLookup source = Answers.source(endpoint())) {
            assertThat(source.byIds(several)).isEmpty();
        }
    }

    @Test
    void whoIsGoneIsMadeAnew() {
        SourcedPerson former;
        try (PersonLookup source = Answers.source(endpoint())) {
            former = source.byIds(List.of(id(50))).get(0);
        }
        Sends.send(writer, new Effect.Delete(List.of(id(50))));

        Reply reply = Sends.send(writer, new Effect.Create(Sends.recorded(writer, former.raw())));

        assertThat(reply).isInstanceOfSatisfying(Reply.Done.class, done -> {
            Person anew = read(Integer.parseInt(String.valueOf(done.remaining())));
            assertThat(anew.emails()).isEqualTo(former.person().emails());
            assertThat(anew.custom()).isEqualTo(former.person().custom());
            assertThat(anew.facts().ownerId()).isEqualTo(former.person().facts().ownerId());
        });
        assertThat(Sends.leads(writer, id(50))).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "emails", "phones", "organisation", "labels", "consent", "custom." + BORN})
    void writesWhatIsDocumented(String field) {
        assertThat(writer.writes(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom.unheard-of", "birth-date", "job-title", "street", "owner"})
    void writesNothingElse(String field) {
        assertThat(writer.writes(field)).isFalse();
    }

    private static List<Person> all(PersonLookup source) {
        List<Person> persons = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            PersonPage page = source.page(new ReadScope.Everything(), cursor);
            page.persons().forEach(person -> persons.add(person.person()));
            cursor = page.next();
        } while (cursor != null);
        return persons;
    }

    private static Person read(int id) {
        try (PersonLookup source = Answers.source(endpoint())) {
            return source.byIds(List.of(id(id))).get(0).person();
        }
    }

    private static PersonId id(int number) {
        return new PersonId(String.valueOf(number));
    }

    private static PersonLookup v2() {
        return ((WayOut.Calls) new Pipedrive()
                        .connect(endpoint(), ChosenOptions.NONE, Duration.ofSeconds(20), new RecordedWaits())
                        .out())
                .lookup();
    }

    private static Endpoint endpoint() {
        return new Endpoint(sandbox.baseUrl(), new Secret(sandbox.token()));
    }
}
