package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Held;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.Turn;
import io.mergewell.store.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows K1 to K13 of the fault matrix: the packaged program dies wherever it can, and the same command goes on. */
class KilledApplyIntegrationTests {

    private static final int KILLED = 137;
    private static final Turn TURN = Turn.today();

    /** A merge whose survivor lacks an e-mail of the duplicate's afterwards, and a deletion. */
    private static final Set<Long> UPDATE_AND_DELETION = Set.of(42L, 3L);

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack(@TempDir Path calm) throws Exception {
        Rehearsal.unpackOnce(calm);
    }

    /** Each start dies at a moment that the one before did not reach; the two databases share the moments. */
    @ParameterizedTest
    @EnumSource
    void goesOnAfterAllMomentsOneAfterTheOther(Engine engine) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, Rehearsal.USUAL)) {
            for (List<String> moments : TURN.half(Moments.IN_A_ROW, engine.ordinal())) {
                for (String moment : moments) {
                    dies(rehearsal, moment);
                }
            }
            finishes(rehearsal);
        }
    }

    /** Nothing but this one kill, in the first run of a job or in its last merge. */
    @ParameterizedTest(name = "killed {0}")
    @MethodSource("moments")
    void goesOnAfterAnyMoment(String moment) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            dies(rehearsal, moment);
            finishes(rehearsal);
        }
    }

    static List<String> moments() {
        List<String> all = new ArrayList<>(Moments.ANY);
        all.addAll(List.of("before-result-commit:4", "after-result-commit:4"));
        return TURN.some(all, 3);
    }

    /** Those of an update first, then those of a deletion. */
    @ParameterizedTest(name = "killed {0}")
    @ValueSource(
            strings = {
                "before-update after-intent-commit before-result-commit after-intent-commit after-result-commit",
                "after-intent-commit:2 after-result-commit before-result-commit"
            })
    void goesOnAroundAnUpdateAndADeletion(String moments) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, UPDATE_AND_DELETION)) {
            for (String moment : moments.split(" ")) {
                dies(rehearsal, moment);
            }
            finishes(rehearsal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, MERGE AT_ONCE  MERGE NEVER  MERGE LATE  UPDATE NEVER  UPDATE AT_ONCE  DELETE NEVER  DELETE AT_ONCE",
        "POSTGRES, MERGE AT_ONCE  DELETE LATE"
    })
    void goesOnWhenKilledBetweenRequestAndAnswer(Engine engine, String kills) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, Rehearsal.USUAL)) {
            for (String kill : kills.split("  ")) {
                String[] kindAndWhen = kill.split(" ");
                diesInCall(rehearsal, CallKind.valueOf(kindAndWhen[0]), Fault.When.valueOf(kindAndWhen[1]));
            }
            finishes(rehearsal);
        }
    }

    private static void dies(Rehearsal rehearsal, String moment) throws Exception {
        ProgramJar.Running run = rehearsal.startDyingAt(moment);
        assertThat(run.exitCode())
                .as("killed %s with %s: %s", moment, TURN, run.text())
                .isEqualTo(KILLED);
    }

    /** Killed by the CRM when it has the request, and has done what it will do of it. */
    private static void diesInCall(Rehearsal rehearsal, CallKind kind, Fault.When when) throws Exception {
        rehearsal.crm().on(kind, 1, new Fault(when, Line.DROPPED));
        Held answer = rehearsal.crm().holdAnswer(kind, 1);
        ProgramJar.Running run = rehearsal.start();
        answer.awaitArrived(run.process());
        run.process().destroyForcibly();
        assertThat(run.exitCode()).isEqualTo(KILLED);
        answer.release();
        rehearsal.crm().doWhatIsLate();
    }

    private static void finishes(Rehearsal rehearsal) throws Exception {
        ProgramJar.Running run = rehearsal.start();
        assertThat(run.exitCode()).as("%s %s", TURN, run.text()).isZero();
        Aftermath.of(rehearsal).isAllDone();
    }
}
