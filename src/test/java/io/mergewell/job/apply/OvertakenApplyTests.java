package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.apply.faults.Others;
import io.mergewell.job.RunExit;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.GuardRails;
import io.mergewell.review.summary.Summary;
import io.mergewell.review.summary.Summary.Counts;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.memory.KeptApart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows R1, R2 and A2 of the fault matrix, and the brakes: others were faster, or it is enough for today. */
class OvertakenApplyTests {

    /** Merged into 18 by its row; nobody else is of their group. */
    private static final long DUPLICATE = 50;

    private static final long SURVIVOR = 18;

    private static final String OTHER_NAME = "{\"name\":\"Somebody Else\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void leavesAGroupAloneThatOthersChanged(String what, Consumer<Others> change) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            change.accept(rehearsal.crm().others());

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            Aftermath aftermath = Aftermath.of(rehearsal);
            aftermath.isSafe();
            assertThat(aftermath.outcomes())
                    .isEqualTo(Map.of(
                            13L, "APPLIED", 42L, "APPLIED", DUPLICATE, "CONFLICT", 30L, "APPLIED", 3L, "APPLIED"));
        }
    }

    static Stream<Arguments> changes() {
        return Stream.concat(
                disappearances(),
                Stream.of(
                        change("the duplicate was edited", others -> others.edit(DUPLICATE, OTHER_NAME)),
                        change("the survivor was edited", others -> others.edit(SURVIVOR, OTHER_NAME))));
    }

    /** When the call is on its way already. The CRM refuses it; nobody swaps the two. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("disappearances")
    void doesNotSwapThemWhenOneIsGoneAtTheLastMoment(String what, Consumer<Others> change) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(DUPLICATE))) {
            rehearsal
                    .crm()
                    .before(
                            CallKind.MERGE,
                            1,
                            () -> change.accept(rehearsal.crm().others()));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(1);
            Aftermath aftermath = Aftermath.of(rehearsal);
            aftermath.isSafe();
            assertThat(aftermath.outcomes().get(DUPLICATE)).isIn("CONFLICT", "REJECTED");
        }
    }

    static Stream<Arguments> disappearances() {
        return Stream.of(
                change("the duplicate was deleted", others -> others.delete(DUPLICATE)),
                change("the survivor was deleted", others -> others.delete(SURVIVOR)),
                change("the duplicate was merged elsewhere", others -> others.merge(DUPLICATE, 9)),
                change("the survivor was merged elsewhere", others -> others.merge(SURVIVOR, 9)));
    }

    private static Arguments change(String what, Consumer<Others> change) {
        return Arguments.of(what, change);
    }

    @Test
    void deletesNobodyWhoHasGotAValue() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(3L))) {
            rehearsal.crm().others().edit(3, OTHER_NAME);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            Aftermath.of(rehearsal).isSafe();
            assertThat(rehearsal.crm().history().calls(CallKind.DELETE)).isEmpty();
        }
    }

    @Test
    void stopsWhereTooManyWereChanged() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            List.of(13L, 50L, 30L).forEach(person -> rehearsal.crm().others().edit(person, OTHER_NAME));

            assertThat(rehearsal.apply(settings(500, 2))).isEqualTo(RunExit.PARTLY);

            assertThat(Aftermath.of(rehearsal).outcomes()).containsValue("APPROVED");
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).isEmpty();
        }
    }

    @Test
    void doesSoManyADayAndTheRestOnTheNext() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            assertThat(rehearsal.apply(settings(2, 10))).isEqualTo(RunExit.DONE);
            assertThat(rehearsal.apply(settings(2, 10))).isEqualTo(RunExit.DONE);
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(2);

            rehearsal.passes(Duration.ofDays(1));
            assertThat(rehearsal.apply(settings(2, 10))).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** Before a deletion leads are counted, which costs more than the deletion. */
    @Test
    void deletesNobodyForWhomTheTokensOfTheDayAreTooFew() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(3L))) {
            assertThat(rehearsal.apply(tokens(50))).isEqualTo(RunExit.DONE);
            assertThat(rehearsal.crm().history().calls())
                    .noneMatch(call -> call.path().contains("leads"));

            assertThat(rehearsal.apply(tokens(100))).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    @Test
    void doesNothingWhenAReviewIsHandedInAgain() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            int calls = rehearsal.crm().history().calls().size();

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            assertThat(rehearsal.crm().history().calls()).hasSize(calls);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    @Test
    void refusesAReviewThatIsTooOldBeforeAnyCall() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.passes(Duration.ofDays(15));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.BAD_INPUT);

            assertThat(rehearsal.crm().history().calls()).isEmpty();
        }
    }

    @Test
    void refusesAnotherJobsPlanBeforeAnyCall() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            Path review = rehearsal.folder().resolve(Rehearsal.REVIEW);
            Files.writeString(review, Files.readString(review).replaceAll(",p[0-9a-f]{16}\\b", ",p0123456789abcdef"));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.BAD_INPUT);

            assertThat(rehearsal.crm().history().calls()).isEmpty();
        }
    }

    private static ApplySettings tokens(int maxTokens) {
        ApplySettings usual = ApplySettings.defaults("acme");
        return new ApplySettings(
                usual.auto(), usual.rails(), maxTokens, usual.stopAfterConflicts(), usual.pause(), usual.inbox());
    }

    private static ApplySettings settings(int maxMerges, int stopAfterConflicts) {
        ApplySettings usual = ApplySettings.defaults("acme");
        return new ApplySettings(
                usual.auto(),
                new GuardRails(maxMerges, 500, 1),
                usual.maxTokens(),
                stopAfterConflicts,
                usual.pause(),
                usual.inbox());
    }

    /** That two are kept apart ends their row only once no call of it may still be at work. */
    @Test
    void saysUnknownOfAConflictAsLongAsAnEarlierCallMayCome() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(DUPLICATE))) {
            for (int call = 1; call <= 3; call++) {
                rehearsal.crm().on(CallKind.MERGE, call, Fault.insteadOf(Line.DROPPED));
            }
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            try (Store store = Store.open(rehearsal.store(), "acme")) {
                new KeptApart(store).add(PersonPair.of(id(DUPLICATE), id(SURVIVOR)), Instant.EPOCH);
            }

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            assertThat(Aftermath.of(rehearsal).outcomes()).isEqualTo(Map.of(DUPLICATE, "UNKNOWN"));
            rehearsal.passes(Duration.ofMinutes(20));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);

            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(3);
            assertThat(Aftermath.of(rehearsal).outcomes()).isEqualTo(Map.of(DUPLICATE, "CONFLICT"));
        }
    }

    private static PersonId id(long person) {
        return new PersonId(Long.toString(person));
    }

    /** A call of it is in doubt when the approval is taken back: the CRM is asked, and nothing is sent again. */
    @Test
    void sendsNothingOnceAnApprovalIsTakenBack() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Set.of(DUPLICATE))) {
            for (int call = 1; call <= 3; call++) {
                rehearsal.crm().on(CallKind.MERGE, call, Fault.insteadOf(Line.DROPPED));
            }
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            Path review = rehearsal.folder().resolve(Rehearsal.REVIEW);
            Files.writeString(review, Files.readString(review).replace(",APPROVE,", ",REJECT,"));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            rehearsal.passes(Duration.ofMinutes(20));
            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(summary.counts()).isEqualTo(Counts.applied(0, 0, 0, 0, 0));
            assertThat(summary.notes())
                    .contains("1 approval was taken back by a later decision: nothing was sent for it.");
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(3);
            assertThat(Aftermath.of(rehearsal).outcomes()).isEqualTo(Map.of(DUPLICATE, "WITHDRAWN"));
        }
    }
}
