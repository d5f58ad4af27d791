package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.faults.Call;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.RunExit;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.rogerroger.Uuids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A system without a merge call: an update, a note after the other, an archiving, and whatever may go wrong between. */
class MergeInStepsTests {

    /** Longer than any call may be at work. */
    private static final Duration SURELY_OVER = Duration.ofMinutes(16);

    private static final String DUPLICATE = Uuids.ofPerson(18);
    private static final String SURVIVOR = Uuids.ofPerson(50);

    @TempDir
    private Path folder;

    @Test
    void everythingIsDoneWhereNothingGoesWrong() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.USUAL)) {
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            TenantAftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSize(6);
            assertThat(rehearsal.tenant().calls(CallKind.CREATE)).hasSize(7);
        }
    }

    /** What is stored is the same number, written with its country: nothing is missing, and nothing sent again. */
    @Test
    void knowsANumberAgainThatTheTenantWritesItsOwnWay() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.WITH_AMERICAN_NUMBERS)) {
            rehearsal.tenant().writesPhonesItsWay();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            TenantAftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE))
                    .hasSameSizeAs(TenantRehearsal.WITH_AMERICAN_NUMBERS)
                    .allSatisfy(call -> assertThat(call.body()).contains("phoneNumbers"));
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSameSizeAs(TenantRehearsal.WITH_AMERICAN_NUMBERS);
        }
    }

    /** As it was read when what it lacks was asked for, and as it was when it was to be given that. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void leavesARowWhoseSurvivorCannotBeReadAndGoesOnWithTheOthers(int read) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.TWO)) {
            rehearsal
                    .tenant()
                    .before(CallKind.READ, read, () -> rehearsal.tenant().spoil(SURVIVOR));
            rehearsal
                    .tenant()
                    .before(CallKind.READ, read + 1, () -> rehearsal.tenant().spoil(""));

            Summary summary = rehearsal.run();

            assertThat(rehearsal.receipts(summary))
                    .contains("RogerRoger sent person " + SURVIVOR
                            + " with a value in createdAt that is no point in time, so that nothing was added to it.");
            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(summary.counts().applied()).isEqualTo(1);
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSize(1);
            TenantAftermath.of(rehearsal).isSafe();
        }
    }

    @Test
    void doesNothingWhenAReviewIsHandedInAgain() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.apply();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSize(1);
            TenantAftermath.of(rehearsal).isAllDone();
        }
    }

    /** There is a look at the clock before each intent and before each result; the first call is an update. */
    @Test
    void goesOnWhereverItDiedFromTheFirstCallToTheLast() throws Exception {
        int first;
        int last;
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder.resolve("alive"), TenantRehearsal.ONE)) {
            AtomicInteger atFirst = new AtomicInteger();
            AtomicInteger atLast = new AtomicInteger();
            rehearsal
                    .tenant()
                    .before(
                            CallKind.UPDATE,
                            1,
                            () -> atFirst.set(rehearsal.time().looks()));
            rehearsal
                    .tenant()
                    .after(CallKind.MERGE, 1, () -> atLast.set(rehearsal.time().looks()));
            assertThat(rehearsal.apply(rehearsal.time().deadAt(Integer.MAX_VALUE)))
                    .isEqualTo(RunExit.DONE);
            first = atFirst.get() - 1;
            last = atLast.get() + 3;
        }
        assertThat(first).isPositive().isLessThan(last - 10);
        for (int look = first; look <= last; look++) {
            diesAndGoesOn(look);
        }
    }

    private void diesAndGoesOn(int look) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder.resolve("look-" + look), TenantRehearsal.ONE)) {
            assertThatThrownBy(() -> rehearsal.apply(rehearsal.time().deadAt(look)))
                    .hasMessage("Killed.");
            TenantAftermath.of(rehearsal).isSafe();

            finishes(rehearsal);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("faults")
    void doesOnceWhatWasNotAnswered(CallKind kind, int number, Fault fault) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().on(kind, number, fault);

            finishes(rehearsal);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        Arguments.of(CallKind.UPDATE, 1),
                        Arguments.of(CallKind.CREATE, 1),
                        Arguments.of(CallKind.CREATE, 2),
                        Arguments.of(CallKind.MERGE, 1))
                .flatMap(call -> Stream.of(
                                Fault.insteadOf(Line.TOO_MANY_FOR_A_SECOND),
                                Fault.insteadOf(Line.STATUS_502),
                                Fault.after(Line.STATUS_502),
                                Fault.insteadOf(Line.DROPPED),
                                Fault.after(Line.CUT))
                        .map(fault -> Arguments.of(call.get()[0], call.get()[1], fault)));
    }

    /** By then the survivor is no more as the reviewer saw it, by our own doing. */
    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_FOR_A_SECOND", "STATUS_502"})
    void archivesAtOnceWhoWasNotArchivedAtTheFirstAttempt(Line line) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().on(CallKind.MERGE, 1, Fault.insteadOf(line));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSize(2);
            TenantAftermath.of(rehearsal).isAllDone();
        }
    }

    /** Nothing is missing any more, but asking for that takes minutes in which the duplicate is not looked at. */
    @Test
    void archivesNobodyWhoGetsADealWhileItIsAskedWhatIsMissing() throws Exception {
        int reads;
        try (TenantRehearsal rehearsal = preparedOnly("usual")) {
            int before = rehearsal.tenant().calls(CallKind.READ).size();
            AtomicInteger asked = new AtomicInteger();
            rehearsal.tenant().before(CallKind.MERGE, 1, () -> asked.set(lastReadOfNotes(rehearsal) - before));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            reads = asked.get();
        }
        try (TenantRehearsal rehearsal = preparedOnly("slow")) {
            rehearsal.tenant().before(CallKind.READ, reads, () -> {
                rehearsal.tenant().giveDeal(DUPLICATE);
                rehearsal.time().passes(Duration.ofMinutes(1));
            });

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            TenantAftermath.of(rehearsal).isNobodyGone();
        }
    }

    /** The answer does not come, and what was asked for is done when the program has given up. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"UPDATE, 1", "CREATE, 1", "CREATE, 2", "MERGE, 1"})
    void doesNotDoTwiceWhatIsDoneLate(CallKind kind, int number) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().on(kind, number, Fault.beforeItIsDone(Line.DROPPED));
            rehearsal.tenant().before(kind, number + 1, rehearsal.tenant()::doWhatIsLate);
            rehearsal.apply();
            TenantAftermath.of(rehearsal).isSafe();

            rehearsal.tenant().doWhatIsLate();

            finishes(rehearsal);
        }
    }

    /** A note may come as long as its call may be at work: until then nothing is sent again, and nobody archived. */
    @Test
    void waitsForANoteThatMayStillCome() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().on(CallKind.CREATE, 1, Fault.beforeItIsDone(Line.DROPPED));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            TenantAftermath.of(rehearsal).isNobodyGone();
            assertThat(rehearsal.tenant().calls(CallKind.CREATE)).hasSize(1);

            rehearsal.tenant().doWhatIsLate();
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            TenantAftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.tenant().calls(CallKind.CREATE)).hasSize(2);
        }
    }

    /** An update replaces whole lists: done late it would take off what later ones of its group have brought. */
    @Test
    void sendsNoUpdateWhileAnotherOfItsGroupMayStillCome() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.GROUP)) {
            rehearsal.tenant().on(CallKind.UPDATE, 1, Fault.beforeItIsDone(Line.DROPPED));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE)).hasSize(1);
            TenantAftermath.of(rehearsal).isNobodyGone();
            rehearsal.tenant().doWhatIsLate();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            TenantAftermath.of(rehearsal).isAllDone();
        }
    }

    /** A row that ended in conflict meanwhile does not make the update that it sent any less late. */
    @Test
    void forgetsNoUpdateThatMayStillComeWhenItsRowEnds() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.GROUP)) {
            rehearsal.tenant().on(CallKind.UPDATE, 1, Fault.beforeItIsDone(Line.DROPPED));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            TenantRehearsal.GROUP.forEach(
                    person -> rehearsal.tenant().edit(Uuids.ofPerson(person), "{\"customerId\":\"K-1\"}"));
            assertThat(rehearsal.run().counts().conflicts()).isEqualTo(4);
            TenantRehearsal.GROUP.forEach(
                    person -> rehearsal.tenant().edit(Uuids.ofPerson(person), "{\"customerId\":null}"));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).isEmpty();
            rehearsal.tenant().doWhatIsLate();
            rehearsal.time().passes(SURELY_OVER);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            TenantAftermath.of(rehearsal).isAllDone();
        }
    }

    @Test
    void saysWhatTheSurvivorHoldsWhenAnApprovalIsTakenBack() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().on(CallKind.CREATE, 2, Fault.insteadOf(Line.DROPPED));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            rehearsal.takeBack();

            Summary summary = rehearsal.run();

            assertThat(rehearsal.receipts(summary))
                    .contains("The approval was taken back by a later decision. By then the survivor " + SURVIVOR
                            + " held the values and 2 notes of person " + DUPLICATE + "; nothing was done to person "
                            + DUPLICATE + " itself.");
            assertThat(summary.notes())
                    .contains("1 approval was taken back by a later decision: some in the midst of a merge in steps,"
                            + " see receipts.csv.");
            rehearsal.time().passes(SURELY_OVER);
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).isEmpty();
            TenantAftermath.of(rehearsal).isNobodyGone();
        }
    }

    @Test
    void archivesNobodyWhoGotADealSinceTheReport() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().giveDeal(DUPLICATE);

            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.receipts(summary))
                    .contains("Person " + DUPLICATE + " has deals by now: not merged.")
                    .doesNotContain("By then the survivor");
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE)).isEmpty();
            TenantAftermath.of(rehearsal).isNobodyGone();
        }
    }

    @ParameterizedTest
    @CsvSource({"UPDATE, 1", "CREATE, 1", "CREATE, 2"})
    void archivesNobodyWhoGetsADealWhileItIsMerged(CallKind kind, int number) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            rehearsal.tenant().after(kind, number, () -> rehearsal.tenant().giveDeal(DUPLICATE));

            Summary summary = rehearsal.run();

            assertThat(rehearsal.receipts(summary))
                    .contains("Person " + DUPLICATE + " has deals by now: not merged. By then the survivor " + SURVIVOR
                            + " held the values and 2 notes of person " + DUPLICATE);
            TenantAftermath.of(rehearsal).isNobodyGone();
        }
    }

    /** In the same run, and between two runs. */
    @ParameterizedTest(name = "after {0} {1}, interrupted: {2}")
    @CsvSource({"UPDATE, 1, false", "CREATE, 2, false", "UPDATE, 1, true"})
    void leavesAPersonWhoseSurvivorSomebodyEditsMeanwhile(CallKind kind, int number, boolean interrupted)
            throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            if (interrupted) {
                rehearsal.tenant().on(CallKind.CREATE, 1, Fault.insteadOf(Line.UNAUTHORISED));
            }
            rehearsal.tenant().after(kind, number, () -> rehearsal.tenant().edit(SURVIVOR, "{\"jobTitle\":\"Other\"}"));
            if (interrupted) {
                assertThat(rehearsal.apply()).isEqualTo(RunExit.REFUSED);
            }

            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(rehearsal.receipts(summary))
                    .contains("The survivor " + SURVIVOR + " was changed since the report. By then the survivor "
                            + SURVIVOR + " held the values");
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).isEmpty();
            TenantAftermath.of(rehearsal).isNobodyGone();
        }
    }

    @Test
    void goesOnWithTheOthersOfAGroupAfterOneThatWasRefusedInTheMidst() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.GROUP)) {
            rehearsal.tenant().on(CallKind.MERGE, 1, Fault.insteadOf(Line.FORBIDDEN));

            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.PARTLY);
            assertThat(summary.counts().applied()).isEqualTo(3);
            assertThat(rehearsal.receipts(summary)).contains("It was not done; the next run tries again. By then");
            finishes(rehearsal);
        }
    }

    /** Twenty requests, then a wait: more than once within one merge. */
    @Test
    void waitsForTheRateLimitAndFinishes() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.USUAL, Limits.LITE)) {
            Instant began = rehearsal.time().instant();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(rehearsal.time().instant()).isAfter(began.plus(Duration.ofSeconds(63)));
            rehearsal.liftLimits();
            TenantAftermath.of(rehearsal).isAllDone();
        }
    }

    /** The survivor has all it needs, and the duplicate is there. */
    private TenantRehearsal preparedOnly(String name) throws Exception {
        TenantRehearsal rehearsal = new TenantRehearsal(folder.resolve(name), TenantRehearsal.ONE);
        rehearsal.tenant().on(CallKind.MERGE, 1, Fault.insteadOf(Line.FORBIDDEN));
        assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
        return rehearsal;
    }

    /** Its number among the reads, from 1. */
    private static int lastReadOfNotes(TenantRehearsal rehearsal) {
        List<Call> reads = rehearsal.tenant().calls(CallKind.READ);
        int last = reads.size();
        while (!reads.get(last - 1).target().contains("/notes")) {
            last--;
        }
        return last;
    }

    /** At most one more run, once whatever was on its way is surely over. */
    private static void finishes(TenantRehearsal rehearsal) throws Exception {
        if (rehearsal.apply() != RunExit.DONE) {
            TenantAftermath.of(rehearsal).isSafe();
            rehearsal.time().passes(SURELY_OVER);
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
        }
        TenantAftermath.of(rehearsal).isAllDone();
    }
}
