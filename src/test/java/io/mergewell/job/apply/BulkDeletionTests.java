package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Reply;
import io.mergewell.job.RunExit;
import io.mergewell.person.PersonId;
import io.mergewell.plan.GuardRails;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several deletions share a call, and each is as safe as if it were alone. */
class BulkDeletionTests {

    private static final String OTHER_NAME = "{\"name\":\"Somebody Else\"}";

    @TempDir
    private Path folder;

    private final TogetherSystem together = new TogetherSystem();
    private Rehearsal rehearsal;

    @BeforeEach
    void open() throws IOException {
        rehearsal = Rehearsal.ofDeletions(folder);
        rehearsal.speaks(together);
        assertThat(rehearsal.rows()).hasSizeGreaterThan(2);
    }

    @AfterEach
    void close() throws IOException {
        rehearsal.close();
    }

    @Test
    void shareOneCallWhereNothingGoesWrong() throws IOException {
        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

        Aftermath.of(rehearsal).isAllDone();
        assertThat(together.calls()).hasSize(1);
        assertThat(together.calls().get(0)).hasSameSizeAs(rehearsal.rows());
    }

    /** Whatever the answer leaves open is found out by reading, and who is still there is deleted alone. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("turnouts")
    void areAllDoneOnceWhateverBecomesOfTheCall(String what, TogetherSystem.Turnout turnout) throws IOException {
        together.next(turnout);

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

        Aftermath.of(rehearsal).isAllDone();
    }

    static Stream<Arguments> turnouts() {
        Reply unknown = new Reply.Unknown("Nothing was heard");
        return Stream.of(
                turnout("all but the first", (persons, one) -> {
                    persons.subList(1, persons.size()).forEach(one);
                    return new Reply.Done(null, persons.subList(1, persons.size()));
                }),
                turnout("done, and not all named", (persons, one) -> {
                    persons.forEach(one);
                    return new Reply.Done(null, persons.subList(0, 1));
                }),
                turnout("done, none named", (persons, one) -> {
                    persons.forEach(one);
                    return new Reply.Done(null, List.of());
                }),
                turnout("not done, none named", (persons, one) -> new Reply.Done(null, List.of())),
                turnout("done, nothing heard", (persons, one) -> {
                    persons.forEach(one);
                    return unknown;
                }),
                turnout("half done, nothing heard", (persons, one) -> {
                    persons.subList(0, persons.size() / 2).forEach(one);
                    return unknown;
                }),
                turnout("not done, nothing heard", (persons, one) -> unknown),
                turnout("refused", (persons, one) -> new Reply.Refused("One of them is no person")),
                turnout("forbidden", (persons, one) -> {
                    throw new CrmException.Refused("Forbidden.", true);
                }),
                turnout("not now", (persons, one) -> new Reply.NotNow(Duration.ofSeconds(2), "Too many requests")));
    }

    private static Arguments turnout(String what, TogetherSystem.Turnout turnout) {
        return Arguments.of(what, turnout);
    }

    /** Of one alone as well: an answer that names nobody is not about somebody else. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areAllDoneOnceWhereAnAnswerForOneNamesNobody(boolean done) throws IOException {
        together.next((persons, one) -> new Reply.Refused("One of them is no person"));
        together.nextAlone((persons, one) -> {
            if (done) {
                persons.forEach(one);
            }
            return new Reply.Done(null, List.of());
        });

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

        Aftermath.of(rehearsal).isAllDone();
    }

    @Test
    void endTheRunWhereTheAnswerIsAboutOthers() throws IOException {
        together.next((persons, one) -> {
            persons.forEach(one);
            return new Reply.Done(null, List.of(new PersonId("999999")));
        });

        assertThat(rehearsal.apply()).isEqualTo(RunExit.BROKEN_CONTRACT);

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
        Aftermath.of(rehearsal).isAllDone();
    }

    /** In the call for several, and in one for the person alone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaveOutWhoGotALeadWhileTheyWaited(boolean alone) throws IOException {
        long lucky = anyone();
        TogetherSystem.Turnout wait = (persons, one) -> {
            together.leads(new PersonId(Long.toString(lucky)));
            return new Reply.NotNow(Duration.ofSeconds(2), "Too many requests");
        };
        if (alone) {
            together.next((persons, one) -> new Reply.Refused("One of them is no person"));
            together.nextAlone(wait);
        } else {
            together.next(wait);
        }

        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

        assertOnlyConflict(lucky);
    }

    @Test
    void waitAsLongAsTheyAreAskedToAndShareTheNextCall() throws IOException {
        together.next((persons, one) -> new Reply.NotNow(Duration.ofSeconds(2), "Too many requests"));

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

        assertThat(together.calls()).hasSize(2);
        assertThat(rehearsal.waits()).contains(Duration.ofSeconds(2));
    }

    @Test
    void areLeftToTheNextRunWhereTheWaitIsTooLong() throws IOException {
        together.next((persons, one) -> new Reply.NotNow(Duration.ofHours(2), "Too many requests today"));

        assertThat(rehearsal.apply()).isEqualTo(RunExit.TEMPORARY);
        assertThat(rehearsal.crm().history().calls(CallKind.DELETE)).isEmpty();

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
        Aftermath.of(rehearsal).isAllDone();
    }

    @Test
    void endTheRunWhereTheTokenIsRefused() throws IOException {
        together.next((persons, one) -> {
            throw new CrmException.Refused("The token is not valid.");
        });

        assertThat(rehearsal.apply()).isEqualTo(RunExit.REFUSED);
        assertThat(rehearsal.crm().history().calls(CallKind.DELETE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deaths")
    void areFoundOutAfterADeathBetweenIntentAndResult(String what, Consumer<List<Runnable>> doing) throws IOException {
        together.next((persons, one) -> {
            doing.accept(persons.stream()
                    .<Runnable>map(person -> () -> one.accept(person))
                    .toList());
            throw new IllegalStateException("Killed.");
        });
        assertThatThrownBy(rehearsal::apply).hasMessage("Killed.");

        assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

        Aftermath.of(rehearsal).isAllDone();
    }

    static Stream<Arguments> deaths() {
        return Stream.of(
                death("none was deleted", deletions -> {}),
                death("one was deleted", deletions -> deletions.get(0).run()),
                death("all were deleted", deletions -> deletions.forEach(Runnable::run)));
    }

    private static Arguments death(String what, Consumer<List<Runnable>> doing) {
        return Arguments.of(what, doing);
    }

    @Test
    void areNoMoreADayThanTheCapAllows() throws IOException {
        int most = rehearsal.rows().size() - 1;

        assertThat(rehearsal.apply(most(most))).isEqualTo(RunExit.DONE);
        assertThat(rehearsal.crm().history().deeds(CallKind.DELETE)).hasSize(most);

        rehearsal.passes(Duration.ofDays(1));
        assertThat(rehearsal.apply(most(most))).isEqualTo(RunExit.DONE);
        Aftermath.of(rehearsal).isAllDone();
    }

    @Test
    void leaveOutWhoWasEditedAtTheLastMoment() throws IOException {
        long edited = anyone();
        together.whenLeadsAreCounted(() -> rehearsal.crm().others().edit(edited, OTHER_NAME));

        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

        assertOnlyConflict(edited);
    }

    @Test
    void leaveOutWhoWasEditedWhileTheyWaited() throws IOException {
        long edited = anyone();
        together.next((persons, one) -> {
            rehearsal.crm().others().edit(edited, OTHER_NAME);
            return new Reply.NotNow(Duration.ofSeconds(2), "Too many requests");
        });

        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

        assertOnlyConflict(edited);
    }

    /** A call of ours may still be at work on it, which is no leave to send another. */
    @Test
    void leaveOutWhoWasEditedAfterACallOfWhichNothingWasHeard() throws IOException {
        long edited = anyone();
        together.next((persons, one) -> {
            throw new IllegalStateException("Killed.");
        });
        assertThatThrownBy(rehearsal::apply).hasMessage("Killed.");
        rehearsal.crm().others().edit(edited, OTHER_NAME);

        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
        rehearsal.passes(Duration.ofMinutes(20));
        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

        assertOnlyConflict(edited);
    }

    private void assertOnlyConflict(long edited) throws IOException {
        Aftermath aftermath = Aftermath.of(rehearsal);
        aftermath.isSafe();
        assertThat(aftermath.outcomes()).containsEntry(edited, "CONFLICT");
        assertThat(aftermath.outcomes().values()).containsOnlyOnce("CONFLICT").containsOnly("CONFLICT", "APPLIED");
        assertThat(rehearsal.crm().snapshot().persons()).containsKey(edited);
    }

    private long anyone() {
        return rehearsal.rows().iterator().next();
    }

    private static ApplySettings most(int deletions) {
        ApplySettings usual = ApplySettings.defaults("acme");
        return new ApplySettings(
                usual.auto(),
                new GuardRails(500, deletions, 1),
                usual.maxTokens(),
                usual.stopAfterConflicts(),
                usual.pause(),
                usual.inbox());
    }
}
