package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Held;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.ProgramJar;
import io.mergewell.store.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows K1 to K13 of the fault matrix: the packaged program dies wherever it can, and the same command goes on. */
class KilledApplyIntegrationTests {

    private static final int KILLED = 137;

    /** A merge whose survivor lacks an e-mail of the duplicate's afterwards. */
    private static final Set<Long> WITH_UPDATE = Set.of(42L);

    private static final Set<Long> DELETION = Set.of(3L);

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack(@TempDir Path calm) throws Exception {
        Rehearsal.unpackOnce(calm);
    }

    @ParameterizedTest(name = "killed {0}")
    @ValueSource(
            strings = {
                "after-lock",
                "after-run-row",
                "after-recovery",
                "before-approval-commit",
                "after-approval-commit",
                "after-snapshots",
                "before-intent-commit",
                "after-intent-commit",
                "before-result-commit",
                "after-result-commit",
                "before-settle-commit",
                "after-settle-commit",
                "after-round",
                "before-result-commit:4",
                "after-result-commit:4",
                "after-receipt-files",
                "after-receipt-commit",
                "before-end"
            })
    void goesOnAfterAnyMoment(String moment) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            dies(rehearsal, moment);
            finishes(rehearsal);
        }
    }

    @ParameterizedTest(name = "killed {0}")
    @ValueSource(
            strings = {"before-update", "after-intent-commit:2", "before-result-commit:2", "after-result-commit:2"})
    void goesOnAroundAnUpdate(String moment) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, WITH_UPDATE)) {
            dies(rehearsal, moment);
            finishes(rehearsal);
        }
    }

    @ParameterizedTest(name = "killed {0}")
    @ValueSource(strings = {"after-intent-commit", "before-result-commit", "after-result-commit"})
    void goesOnAroundADeletion(String moment) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, DELETION)) {
            dies(rehearsal, moment);
            finishes(rehearsal);
        }
    }

    @ParameterizedTest(name = "killed {0}, then {1}")
    @CsvSource({
        "after-intent-commit, after-recovery",
        "before-result-commit, before-reconcile-commit",
        "before-result-commit, after-reconcile-commit",
        "after-result-commit, after-recovery"
    })
    void goesOnAfterTwoKillsInARow(String first, String second) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            dies(rehearsal, first);
            dies(rehearsal, second);
            finishes(rehearsal);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "MERGE, AT_ONCE",
        "MERGE, NEVER",
        "MERGE, LATE",
        "UPDATE, AT_ONCE",
        "UPDATE, NEVER",
        "DELETE, AT_ONCE",
        "DELETE, NEVER",
        "DELETE, LATE"
    })
    void goesOnWhenKilledBetweenRequestAndAnswer(CallKind kind, Fault.When when) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            diesInCall(rehearsal, kind, when);
            finishes(rehearsal);
        }
    }

    @Test
    void goesOnWhenKilledBetweenRequestAndAnswerOnPostgres() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.POSTGRES, folder, Rehearsal.USUAL)) {
            diesInCall(rehearsal, CallKind.MERGE, Fault.When.AT_ONCE);
            finishes(rehearsal);
        }
    }

    /** Each start dies at a moment that the one before did not reach. */
    @Test
    void goesOnAfterAllMomentsOneAfterTheOtherOnPostgres() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.POSTGRES, folder, Rehearsal.USUAL)) {
            for (String moment : List.of(
                    "after-lock",
                    "after-run-row",
                    "after-recovery",
                    "before-approval-commit",
                    "after-approval-commit",
                    "after-snapshots",
                    "before-intent-commit",
                    "after-intent-commit",
                    "before-result-commit",
                    "before-reconcile-commit",
                    "after-reconcile-commit",
                    "before-settle-commit",
                    "after-settle-commit",
                    "after-result-commit",
                    "after-round",
                    "after-receipt-files",
                    "after-receipt-commit",
                    "before-end")) {
                dies(rehearsal, moment);
            }
            finishes(rehearsal);
        }
    }

    private static void dies(Rehearsal rehearsal, String moment) throws Exception {
        ProgramJar.Running run = rehearsal.startDyingAt(moment);
        assertThat(run.exitCode()).as("killed %s: %s", moment, run.text()).isEqualTo(KILLED);
    }

    /** Killed by the CRM when it has the request, and has done what it will do of it. */
    private static void diesInCall(Rehearsal rehearsal, CallKind kind, Fault.When when) throws Exception {
        rehearsal.crm().on(kind, 1, new Fault(when, Line.DROPPED));
        Held answer = rehearsal.crm().holdAnswer(kind, 1);
        ProgramJar.Running run = rehearsal.start();
        answer.awaitArrived();
        run.process().destroyForcibly();
        assertThat(run.exitCode()).isEqualTo(KILLED);
        answer.release();
        rehearsal.crm().doWhatIsLate();
    }

    private static void finishes(Rehearsal rehearsal) throws Exception {
        ProgramJar.Running run = rehearsal.start();
        assertThat(run.exitCode()).as(run.text()).isZero();
        Aftermath.of(rehearsal).isAllDone();
    }
}
