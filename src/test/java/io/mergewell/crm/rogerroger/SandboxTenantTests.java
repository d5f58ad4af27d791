package io.mergewell.crm.rogerroger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.Sends;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.write.Addition;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.normalise.Phones;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.rogerroger.Uuids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reader and writer against the server that speaks as RogerRoger's documentation does. */
class SandboxTenantTests {

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static List<Person> everybody;

    private final RogerRogerWriter writer = writer();

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(200).withLimits(Limits.NONE));
        everybody = everybody();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @Test
    void readsEverybodyOnceInTheOrderTheyCame() {
        List<PersonId> expected = new ArrayList<>();
        for (long id = 1; id <= 200; id++) {
            expected.add(new PersonId(Uuids.ofPerson(id)));
        }

        assertThat(everybody).extracting(Person::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(everybody).allSatisfy(person -> {
            assertThat(person.name().display()).isNotEmpty();
            assertThat(person.facts().links().count(LinkKind.DEALS)).isPresent();
        });
    }

    @Test
    void readsSomebodyByIdAsInTheList() {
        List<Person> now = everybody();

        assertThat(read(now.get(7).id())).containsExactly(now.get(7));
    }

    @Test
    void makesAMergeOfWhatIsDocumented() {
        Person duplicate = withNotes(0);
        Person survivor = withoutNotes(0);
        Person golden = golden(survivor, duplicate);
        Addition addition = Additions.of(golden);
        Effect.Merge merge = new Effect.Merge(duplicate.id(), survivor.id());
        int notes = notes(duplicate).size();

        List<Step> before = writer.before(merge, addition);

        assertThat(before.get(0).effect()).isInstanceOf(Effect.Update.class);
        assertThat(before)
                .extracting(Step::effect)
                .filteredOn(Effect.CopyNote.class::isInstance)
                .hasSize(notes);
        for (int sent = 0; sent < before.size(); sent++) {
            assertThat(before.get(sent).send()).isEqualTo(new Reply.Done(survivor.id(), List.of()));
            assertThat(writer().before(merge, addition))
                    .as("whoever is interrupted here goes on")
                    .extracting(Step::effect)
                    .isEqualTo(before.subList(sent + 1, before.size()).stream()
                            .map(Step::effect)
                            .toList());
        }
        assertThat(Sends.send(writer, merge)).isEqualTo(new Reply.Done(survivor.id(), List.of(duplicate.id())));

        Person after = read(survivor.id()).get(0);
        assertThat(new FieldRules(new Phones("US"), Room.AMPLE).lacking(after, golden))
                .isEmpty();
        assertThat(after.emails()).containsAll(survivor.emails());
        assertThat(notes(survivor)).hasSize(notes);
        assertThat(read(duplicate.id())).isEmpty();
        assertThat(everybody()).extracting(Person::id).doesNotContain(duplicate.id());
    }

    @Test
    void copiesANoteWithItsDateAuthorAndPrivacyAndItsMark() {
        Person duplicate = withNotes(1);
        Person survivor = withoutNotes(1);
        Effect.Merge merge = new Effect.Merge(duplicate.id(), survivor.id());
        Note original = notes(duplicate).get(0);

        writer.before(merge, Additions.NOTHING).forEach(Step::send);

        Note copy = notes(survivor).get(0);
        assertThat(copy.json().path("description").asString())
                .isEqualTo(original.json().path("description").asString() + "\n\n[mergewell " + duplicate.id() + "/"
                        + original.id() + "]");
        for (String kept : List.of("category", "author", "createdAt", "isPrivate", "flagged")) {
            assertThat(copy.json().path(kept))
                    .as(kept)
                    .isEqualTo(original.json().path(kept));
        }
    }

    @Test
    void bringsBackWhoWasArchivedUnderTheSameId() {
        SourcedPerson former = source().byIds(List.of(withoutNotes(2).id())).get(0);
        PersonId id = former.person().id();
        Sends.send(writer, new Effect.Merge(id, everybody.get(0).id()));
        assertThat(read(id)).isEmpty();

        SourcedPerson kept = Sends.recorded(writer, former.raw());
        assertThat(Sends.send(writer, new Effect.Create(kept))).isEqualTo(new Reply.Done(id, List.of()));
        assertThat(Sends.send(writer, new Effect.Create(kept)))
                .as("twice is once")
                .isEqualTo(new Reply.Done(id, List.of()));

        Person after = read(id).get(0);
        assertThat(after.emails()).isEqualTo(former.person().emails());
        assertThat(after.name()).isEqualTo(former.person().name());
        assertThat(after.facts().labels()).isEqualTo(former.person().facts().labels());
    }

    @Test
    void replacesAListWholeWhenItIsTold() {
        Person before = everybody.stream()
                .filter(person -> person.emails().size() == 1 && person.phones().size() == 1)
                .findFirst()
                .orElseThrow();
        Person wanted = new Person(
                before.id(),
                before.name(),
                List.of(new ContactValue("new@x.example", null, true)),
                before.phones(),
                before.organisation(),
                null,
                before.address(),
                "Analyst",
                before.custom(),
                before.facts());

        Reply reply = Sends.send(writer, new Effect.Update(wanted, new TreeSet<>(List.of("emails", "job-title"))));

        assertThat(reply).isEqualTo(new Reply.Done(before.id(), List.of()));
        Person after = read(before.id()).get(0);
        assertThat(after.emails()).extracting(ContactValue::value).containsExactly("new@x.example");
        assertThat(after.phones()).isEqualTo(before.phones());
        assertThat(after.jobTitle()).isEqualTo("Analyst");
    }

    @Test
    void doesNothingToSomebodyWhoIsGone() {
        Person nobody = new Person(
                new PersonId(Uuids.ofPerson(9_999)),
                everybody.get(0).name(),
                List.of(),
                List.of(),
                everybody.get(0).organisation(),
                null,
                everybody.get(0).address(),
                null,
                everybody.get(0).custom(),
                everybody.get(0).facts());

        assertThat(Sends.send(writer, new Effect.Update(nobody, new TreeSet<>(List.of("emails")))))
                .isInstanceOf(Reply.Refused.class);
        assertThat(Sends.send(
                        writer, new Effect.Merge(nobody.id(), everybody.get(0).id())))
                .isInstanceOf(Reply.Refused.class);
        assertThatThrownBy(() -> writer.before(new Effect.Merge(everybody.get(0).id(), nobody.id()), Additions.NOTHING))
                .isInstanceOf(CrmException.Temporary.class);
    }

    @Test
    void isRefusedWithAnotherKey() {
        PersonLookup source = new RogerRogerPersons(
                new Endpoint(sandbox.baseUrl(), new Secret("wrong")), Duration.ofSeconds(20), new RecordedWaits());

        assertThatThrownBy(() -> source.page(new ReadScope.Everything(), null))
                .isInstanceOf(CrmException.Refused.class);
    }

    private static Person golden(Person survivor, Person duplicate) {
        return new FieldRules(new Phones("US"), Room.AMPLE).merged(survivor, duplicate);
    }

    private Person withNotes(int number) {
        return everybody.stream()
                .filter(person -> !notes(person).isEmpty())
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private Person withoutNotes(int number) {
        return everybody.stream()
                .skip(20)
                .filter(person -> notes(person).isEmpty())
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Note> notes(Person person) {
        return TenantNotes.of(endpoint(), person.id());
    }

    private static List<Person> read(PersonId id) {
        return source().byIds(List.of(id)).stream().map(SourcedPerson::person).toList();
    }

    private static List<Person> everybody() {
        List<Person> everybody = new ArrayList<>();
        PersonLookup source = source();
        @Nullable String cursor = null;
        do {
            PersonPage page = source.page(new ReadScope.Everything(), cursor);
            page.persons().stream()
                    .map(SourcedPerson::person)
                    .filter(person -> !everybody.contains(person))
                    .forEach(everybody::add);
            cursor = page.next();
        } while (cursor != null);
        return everybody;
    }

    private static PersonLookup source() {
        return new RogerRogerPersons(endpoint(), Duration.ofSeconds(20), new RecordedWaits());
    }

    private static RogerRogerWriter writer() {
        return new RogerRogerWriter(endpoint(), Duration.ofSeconds(20), new RecordedWaits(), Clock.systemUTC());
    }

    private static Endpoint endpoint() {
        return new Endpoint(sandbox.baseUrl(), new Secret(sandbox.token()));
    }
}
