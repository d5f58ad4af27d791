package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.RunExit;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.Summary.Counts;
import io.mergewell.store.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows N1 to N9 of the fault matrix: answers to writes get lost, lie, or say no. */
class FaultyApplyTests {

    /** One merge that takes an update, and one deletion. */
    private static final Set<Long> ONE_OF_EACH = Set.of(42L, 3L);

    @TempDir
    private Path folder;

    /** Whatever is lost of an answer, done or not: the CRM is asked, and it is done once. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("lostAnswers")
    void doesOnceWhatWasNotAnswered(CallKind kind, Fault.When when, Line line) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            rehearsal.crm().on(kind, 1, new Fault(when, line));

            if (rehearsal.apply() != RunExit.DONE) {
                assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            }

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    static Stream<Arguments> lostAnswers() {
        List<Line> some = List.of(Line.DROPPED, Line.RESET_IN_BODY, Line.CUT, Line.SILENT, Line.STATUS_502);
        List<Line> more = List.of(
                Line.DRIBBLING,
                Line.EMPTY,
                Line.MALFORMED,
                Line.HTML,
                Line.UNSUCCESSFUL,
                Line.HUGE,
                Line.GZIP_BOMB,
                Line.STATUS_500,
                Line.STATUS_503,
                Line.STATUS_504);
        return Stream.concat(
                Stream.of(CallKind.MERGE, CallKind.UPDATE, CallKind.DELETE).flatMap(kind -> lost(kind, some)),
                lost(CallKind.MERGE, more));
    }

    private static Stream<Arguments> lost(CallKind kind, List<Line> lines) {
        return lines.stream().flatMap(line -> Stream.of(Fault.When.AT_ONCE, Fault.When.NEVER)
                .map(when -> Arguments.of(kind, when, line)));
    }

    /** Three times nothing is heard and nothing is done; then all three are done, late. */
    @ParameterizedTest
    @EnumSource(names = {"MERGE", "DELETE"})
    void findsOnTheNextRunWhatWasDoneLate(CallKind kind) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            for (int number = 1; number <= 3; number++) {
                rehearsal.crm().on(kind, number, Fault.beforeItIsDone(Line.DROPPED));
            }
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            rehearsal.crm().doWhatIsLate();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.crm().history().calls(kind)).hasSize(3);
        }
    }

    /** The first request is carried out only after the CRM said that it was not, when the second is on its way. */
    @ParameterizedTest
    @EnumSource(names = {"MERGE", "DELETE"})
    void doesNotDoTwiceWhatIsDoneLate(CallKind kind) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            rehearsal.crm().on(kind, 1, Fault.beforeItIsDone(Line.DROPPED));
            rehearsal.crm().before(kind, 2, rehearsal.crm()::doWhatIsLate);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** Its late update would write the lists of the survivor as they were before the second merge. */
    @Test
    void mergesNobodyIntoASurvivorAsLongAsAnUpdateOfItMayStillCome() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 4, Fault.insteadOf(Line.FORBIDDEN));
            rehearsal.crm().on(CallKind.UPDATE, 1, Fault.beforeItIsDone(Line.DROPPED));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(4);
            rehearsal.crm().doWhatIsLate();
            rehearsal.passes(Duration.ofMinutes(16));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("waits")
    void waitsAsLongAsItIsAsked(CallKind kind, Line line) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            rehearsal.crm().on(kind, 1, Fault.insteadOf(line));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.waits()).anyMatch(wait -> wait.compareTo(Duration.ZERO) > 0);
        }
    }

    static Stream<Arguments> waits() {
        return Stream.of(CallKind.MERGE, CallKind.UPDATE, CallKind.DELETE)
                .flatMap(kind -> Stream.of(Line.TOO_MANY, Line.TOO_MANY_FOR_A_SECOND, Line.TOO_MANY_UNTIL_A_DATE)
                        .map(line -> Arguments.of(kind, line)));
    }

    @Test
    void goesOnWithAnUnfinishedRunWhereNothingElseIsHandedIn() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 3, Fault.insteadOf(Line.UNAUTHORISED));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.REFUSED);

            Summary summary = rehearsal.runWithoutReview();

            assertThat(summary.counts())
                    .isEqualTo(Counts.applied(
                            rehearsal.rows().size(), rehearsal.rows().size(), 0, 0, 0));
            assertThat(summary.notes()).isEmpty();
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** Refusals after which nothing more is sent; the next run, once that is mended, goes on. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ends")
    void endsAndGoesOnOnceItMay(CallKind kind, Line line, int exitCode) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            rehearsal.crm().on(kind, 1, Fault.insteadOf(line));

            assertThat(rehearsal.apply()).isEqualTo(exitCode);
            assertThat(rehearsal.crm().history().calls(kind)).hasSize(1);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    static Stream<Arguments> ends() {
        return Stream.of(CallKind.MERGE, CallKind.UPDATE, CallKind.DELETE)
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, Line.TOO_MANY_TODAY, RunExit.TEMPORARY),
                        Arguments.of(kind, Line.UNAUTHORISED, RunExit.REFUSED),
                        Arguments.of(kind, Line.GATEKEEPER, RunExit.TEMPORARY),
                        Arguments.of(kind, Line.REDIRECT_302, RunExit.BROKEN_CONTRACT),
                        Arguments.of(kind, Line.REDIRECT_307, RunExit.BROKEN_CONTRACT)));
    }

    /** In a group of three the second merge is expected to find what the first one did. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"1, NEVER", "2, NEVER", "3, NEVER", "4, NEVER", "1, AT_ONCE", "2, AT_ONCE", "3, AT_ONCE", "4, AT_ONCE"})
    void losesTheAnswerToAnyMergeOfSeveral(int number, Fault.When when) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, number, new Fault(when, Line.DROPPED));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    @Test
    void leavesOneRowThatIsForbiddenAndGoesOn() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 2, Fault.insteadOf(Line.FORBIDDEN));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(4);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** Merging 30 takes an update; by then another merge was seen to be as promised. */
    @Test
    void saysHowManyAreAppliedAndNotAsPromised() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(13L, 30L))) {
            rehearsal.crm().on(CallKind.UPDATE, 1, Fault.insteadOf(Line.FORBIDDEN));

            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(summary.counts()).isEqualTo(Counts.applied(2, 2, 0, 0, 0));
            assertThat(summary.notes()).containsExactly("1 applied row is not as promised: see receipts.csv.");
        }
    }

    @Test
    void stopsAtTheSecondThatIsForbidden() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 2, Fault.insteadOf(Line.FORBIDDEN));
            rehearsal.crm().on(CallKind.MERGE, 3, Fault.insteadOf(Line.FORBIDDEN));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.REFUSED);

            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(3);
            assertThat(Aftermath.of(rehearsal).outcomes()).containsValue("APPROVED");
        }
    }

    @Test
    void sendsNothingMoreToACrmThatMergesTheOtherWayRound() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 2, Fault.after(Line.REVERSED));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.BROKEN_CONTRACT);

            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(2);
            assertThat(rehearsal.crm().history().calls(CallKind.DELETE)).isEmpty();
            assertThat(Aftermath.of(rehearsal).outcomes().values())
                    .containsOnlyOnce("CONFLICT")
                    .contains("APPROVED");
        }
    }

    /** The first merge of a job has a round of its own. */
    @Test
    void tellsAfterEachRoundHowFarItIs() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            rehearsal.apply();

            assertThat(rehearsal.told())
                    .containsSubsequence(
                            "act",
                            "2 approved rows to do",
                            "1 of 2 approved rows settled",
                            "2 of 2 approved rows settled",
                            "verify");
        }
    }

    @Test
    void everythingIsDoneWhereNothingGoesWrong() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath aftermath = Aftermath.of(rehearsal);
            aftermath.isAllDone();
            assertThat(aftermath.outcomes())
                    .isEqualTo(Map.of(13L, "APPLIED", 42L, "APPLIED", 50L, "APPLIED", 30L, "APPLIED", 3L, "APPLIED"));
            assertThat(rehearsal.crm().history().deeds(CallKind.UPDATE)).isNotEmpty();
        }
    }
}
