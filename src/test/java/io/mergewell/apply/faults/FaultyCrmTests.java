package io.mergewell.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
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
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The CRM that goes wrong does so as planned, and the writer tells what it can. */
class FaultyCrmTests {

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static long unused = 100;

    private FaultyCrm crm;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(400).withLimits(Limits.NONE));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void openDoor() throws IOException {
        crm = new FaultyCrm(sandbox);
    }

    @AfterEach
    void closeDoor() throws IOException {
        crm.close();
    }

    @Test
    void doesWhatItIsAskedAndWritesItDown() {
        PersonWriter writer = writer();
        long duplicate = unused++;

        assertThat(Sends.send(writer, merge(duplicate))).isInstanceOf(Reply.Done.class);
        assertThat(Sends.send(writer, new Effect.Delete(List.of(id(unused))))).isInstanceOf(Reply.Done.class);

        History history = crm.history();
        assertThat(history.calls()).extracting(Call::kind).containsExactly(CallKind.MERGE, CallKind.DELETE);
        assertThat(history.deeds()).extracting(Deed::person).containsExactly(duplicate, unused++);
        assertThat(history.deeds()).extracting(Deed::order).isSorted();
        assertThat(history.deeds(CallKind.MERGE)).extracting(Deed::survivor).containsExactly(1L);
    }

    /** Every way to lose an answer after the merge was made: one request, one effect, and no claim to know. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "DROPPED",
                "RESET_IN_BODY",
                "CUT",
                "SILENT",
                "DRIBBLING",
                "EMPTY",
                "MALFORMED",
                "HTML",
                "UNSUCCESSFUL",
                "HUGE",
                "GZIP_BOMB",
                "STATUS_500",
                "STATUS_502",
                "STATUS_503",
                "STATUS_504"
            })
    void anAnswerThatIsLostLeavesTheEffectUnknown(Line line) {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.after(line));

        assertThat(Sends.send(writer(), merge(duplicate))).isInstanceOf(Reply.Unknown.class);

        assertThat(crm.history().calls()).hasSize(1);
        assertThat(crm.history().deeds()).extracting(Deed::person).containsExactly(duplicate);
        assertThat(crm.snapshot().persons()).doesNotContainKey(duplicate);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE, DROPPED",
        "UPDATE, SILENT",
        "UPDATE, CUT",
        "UPDATE, STATUS_502",
        "DELETE, DROPPED",
        "DELETE, SILENT",
        "DELETE, EMPTY",
        "DELETE, STATUS_504"
    })
    void soItIsWithUpdatesAndDeletions(CallKind kind, Line line) {
        long person = unused++;
        Effect effect = kind == CallKind.DELETE ? new Effect.Delete(List.of(id(person))) : withoutPhones(person);
        crm.on(kind, 1, Fault.after(line));

        assertThat(Sends.send(writer(), effect)).isInstanceOf(Reply.Unknown.class);

        assertThat(crm.history().calls(kind)).hasSize(1);
        assertThat(crm.history().deeds(kind)).extracting(Deed::person).containsExactly(person);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "SILENT", "STATUS_502"})
    void whatIsNotDoneLooksTheSame(Line line) {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(line));

        assertThat(Sends.send(writer(), merge(duplicate))).isInstanceOf(Reply.Unknown.class);

        assertThat(crm.history().deeds()).isEmpty();
        assertThat(crm.snapshot().persons()).containsKey(duplicate);
    }

    @Test
    void whatIsLateIsDoneAtTheMomentThatIsChosen() {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.beforeItIsDone(Line.SILENT));
        crm.before(CallKind.READ, 2, crm::doWhatIsLate);

        assertThat(Sends.send(writer(), merge(duplicate))).isInstanceOf(Reply.Unknown.class);

        assertThat(read(duplicate)).as("first look").hasSize(1);
        assertThat(read(duplicate)).as("second look").isEmpty();
        assertThat(crm.history().deeds(CallKind.MERGE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TOO_MANY, 2", "TOO_MANY_FOR_A_SECOND, 2", "TOO_MANY_UNTIL_A_DATE, 2", "TOO_MANY_TODAY, 40000"})
    void asksForPatience(Line line, long seconds) {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(line));

        assertThat(Sends.send(writer(), merge(duplicate)))
                .isInstanceOfSatisfying(
                        Reply.NotNow.class, notNow -> assertThat(notNow.pause()).hasSeconds(seconds));
        assertThat(crm.history().deeds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORISED, Refused",
        "FORBIDDEN, Refused",
        "GATEKEEPER, Temporary",
        "REDIRECT_302, BrokenContract",
        "REDIRECT_307, BrokenContract"
    })
    void turnsTheClientAway(Line line, String kind) {
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(line));

        assertThatThrownBy(() -> Sends.send(writer(), merge(unused)))
                .isInstanceOf(CrmException.class)
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo(kind);
        assertThat(crm.sentElsewhere()).isEmpty();
        assertThat(crm.history().calls()).hasSize(1);
    }

    @Test
    void exchangesThePersonsOfAMerge() {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.after(Line.REVERSED));

        assertThat(Sends.send(writer(), merge(duplicate))).isEqualTo(new Reply.Done(id(duplicate), List.of(id(1))));
    }

    @Test
    void claimsToHaveDoneWhatItDidNot() {
        long duplicate = unused++;
        crm.on(CallKind.MERGE, 1, Fault.insteadOf(Line.HONEST));

        assertThat(Sends.send(writer(), merge(duplicate))).isEqualTo(new Reply.Done(id(1), List.of(id(duplicate))));
        assertThat(crm.history().deeds()).isEmpty();
    }

    @Test
    void countsEachKindOfRequestByItselfFromTheMomentOfPlanning() {
        long first = unused++;
        long second = unused++;
        PersonWriter writer = writer();
        Sends.send(writer, merge(first));
        crm.on(CallKind.MERGE, 1, Fault.after(Line.STATUS_500));

        assertThat(read(1)).hasSize(1);
        assertThat(Sends.send(writer, merge(second))).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void othersWorkBehindTheJobsBack() {
        long person = unused++;
        crm.before(CallKind.READ, 1, () -> crm.others().edit(person, "{\"name\":\"Somebody Else\"}"));
        crm.before(CallKind.READ, 2, () -> crm.others().delete(person));

        assertThat(read(person)).extracting(read -> read.name().full()).containsExactly("Somebody Else");
        assertThat(read(person)).isEmpty();
        assertThat(crm.history().deeds()).extracting(Deed::byTheJob).containsExactly(false, false);
        assertThat(crm.history().deeds(CallKind.DELETE)).isEmpty();
    }

    @Test
    void holdsARequestUntilItIsReleased() throws InterruptedException {
        long duplicate = unused++;
        Held held = crm.hold(CallKind.MERGE, 1);
        Thread job = new Thread(() -> Sends.send(writer(), merge(duplicate)));
        job.start();

        held.awaitArrived();
        assertThat(crm.history().deeds()).isEmpty();
        held.release();
        job.join();
        assertThat(crm.history().deeds()).hasSize(1);
    }

    @Test
    void aSeededPlanIsTheSameEveryTime() {
        List<Fault> faults = List.of(Fault.after(Line.DROPPED), Fault.insteadOf(Line.SILENT));
        FaultPlan plan = FaultPlan.seeded(7, 0.3, faults);
        FaultPlan again = FaultPlan.seeded(7, 0.3, faults);
        FaultPlan another = FaultPlan.seeded(8, 0.3, faults);

        assertThat(places(plan)).isEqualTo(places(again)).isNotEqualTo(places(another));
        assertThat(places(plan)).hasSizeBetween(200, 400);
    }

    private static TreeSet<Integer> places(FaultPlan plan) {
        TreeSet<Integer> places = new TreeSet<>();
        IntStream.rangeClosed(1, 1_000)
                .filter(number -> plan.at(CallKind.MERGE, number).isPresent())
                .forEach(places::add);
        return places;
    }

    private List<Person> read(long person) {
        WayOut.Calls calls = (WayOut.Calls) new Pipedrive()
                .connect(endpoint(), ChosenOptions.NONE, Duration.ofSeconds(20), new RecordedWaits())
                .out();
        try (PersonLookup source = calls.lookup()) {
            return source.byIds(List.of(id(person))).stream()
                    .map(SourcedPerson::person)
                    .toList();
        }
    }

    private Effect withoutPhones(long id) {
        Person person = read(id).get(0);
        Person wanted = new Person(
                person.id(),
                person.name(),
                person.emails(),
                List.of(),
                person.organisation(),
                person.birthDate(),
                person.address(),
                person.jobTitle(),
                person.custom(),
                person.facts());
        return new Effect.Update(wanted, new TreeSet<>(List.of("phones")));
    }

    private PersonWriter writer() {
        return ((WayOut.Calls) new Pipedrive()
                        .connect(endpoint(), ChosenOptions.NONE, Duration.ofSeconds(2), new RecordedWaits())
                        .out())
                .writer();
    }

    private Endpoint endpoint() {
        return new Endpoint(crm.baseUrl(), new Secret(crm.token()));
    }

    private static Effect merge(long duplicate) {
        return new Effect.Merge(id(duplicate), id(1));
    }

    private static PersonId id(long number) {
        return new PersonId(Long.toString(number));
    }
}
