package io.mergewell.job.restore;

import static io.mergewell.job.restore.Likenesses.assertEverybodyIsBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Held;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.RunExit;
import io.mergewell.job.Turn;
import io.mergewell.sandbox.state.MultiValues;
import io.mergewell.store.Engine;
import io.mergewell.store.ledger.LedgerRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged program takes a run back, is killed on the way, and has the job to itself. */
class KilledRestoreIntegrationTests {

    private static final int KILLED = 137;

    private static final Turn TURN = Turn.today();

    /** The two kills between request and answer: it was done, or it was not. */
    private static final List<String> IN_CALL = List.of("AT_ONCE", "NEVER");

    /** Each start dies at one that the start before did not reach. */
    private static final List<String> MOMENTS = List.of(
            "before-intent-commit",
            "after-intent-commit",
            IN_CALL.get(0),
            "before-result-commit",
            "after-result-commit",
            IN_CALL.get(1),
            "before-restored-commit");

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws Exception {
        ProgramJar.unpack();
    }

    /** The two databases share the moments. */
    @ParameterizedTest
    @EnumSource
    void bringsEverybodyBackOnceHoweverOftenItIsKilled(Engine engine) throws Exception {
        try (Morning morning = new Morning(engine, folder, MultiValues.KEPT)) {
            List<LedgerRow> rows = morning.rows();
            ProgramJar program = morning.program();
            for (String moment : TURN.half(MOMENTS, engine.ordinal())) {
                dies(morning, program, moment);
            }

            ProgramJar.Running last = program.start(command(morning));
            assertThat(last.exitCode()).as("%s %s", TURN, last.text()).isZero();

            assertThat(morning.crm().history().deeds(CallKind.CREATE)).hasSameSizeAs(rows);
            assertEverybodyIsBack(morning, rows);
            assertThat(program.everythingSaid()).doesNotContain(morning.crm().token());
        }
    }

    @Test
    void letsNothingElseRunMeanwhile() throws Exception {
        try (Morning morning = new Morning(folder, MultiValues.KEPT)) {
            List<LedgerRow> rows = morning.rows();
            ProgramJar program = morning.program();
            Held creation = morning.crm().hold(CallKind.CREATE, 1);
            ProgramJar.Running first = program.start(command(morning));
            creation.awaitArrived(first.process());
            int calls = morning.crm().history().calls().size();

            assertThat(program.start(command(morning)).exitCode()).isEqualTo(RunExit.TEMPORARY);
            assertThat(program.start("apply", Morning.JOB, "decided.csv").exitCode())
                    .isEqualTo(RunExit.TEMPORARY);

            assertThat(morning.crm().history().calls()).hasSize(calls);
            creation.release();
            assertThat(first.exitCode()).as(first.text()).isZero();
            assertEverybodyIsBack(morning, rows);
        }
    }

    private static void dies(Morning morning, ProgramJar program, String moment) throws Exception {
        if (IN_CALL.contains(moment)) {
            diesInCall(morning, program, Fault.When.valueOf(moment));
            return;
        }
        ProgramJar.Running run = program.startDyingAt(moment, command(morning));
        assertThat(run.exitCode())
                .as("killed %s with %s: %s", moment, TURN, run.text())
                .isEqualTo(KILLED);
    }

    private static void diesInCall(Morning morning, ProgramJar program, Fault.When when)
            throws IOException, InterruptedException {
        morning.crm().on(CallKind.CREATE, 1, new Fault(when, Line.DROPPED));
        Held answer = morning.crm().holdAnswer(CallKind.CREATE, 1);
        ProgramJar.Running run = program.start(command(morning));
        answer.awaitArrived(run.process());
        run.process().destroyForcibly();
        assertThat(run.exitCode()).isEqualTo(KILLED);
        answer.release();
    }

    private static String[] command(Morning morning) {
        return new String[] {"restore", Morning.JOB, morning.applied().runId(), "--yes"};
    }
}
