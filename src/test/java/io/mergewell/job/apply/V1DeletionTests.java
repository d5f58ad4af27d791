package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.RunExit;
import io.mergewell.plan.ActionKind;
import io.mergewell.review.summary.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipedrive's API v1, which deletes up to a hundred by one call, over HTTP and with answers that are lost. */
class V1DeletionTests {

    /** Longer than any call may be at work. */
    private static final Duration SURELY_OVER = Duration.ofMinutes(20);

    private static final int READ_TOKENS = 2;

    /** Both are read before it, and the survivor after it. */
    private static final int MERGE_TOKENS = 40 + 3 * READ_TOKENS;

    /** The first of a job's life is looked at whole. */
    private static final int LOOK_AT_THE_FIRST = READ_TOKENS;

    /** Its answer shows the survivor. */
    private static final int UPDATE_TOKENS = 10;

    /** Reader and writer ask each once which fields there are. */
    private static final int FIELDS_TOKENS = 2 * 20;

    @TempDir
    private Path folder;

    @Test
    void allShareOneCallHoweverFewAreMergedAtOnce() throws IOException {
        try (Rehearsal rehearsal = Rehearsal.inV1(folder, ActionKind.DELETE)) {
            assertThat(rehearsal.rows()).hasSizeGreaterThan(10);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.crm().history().calls(CallKind.DELETE)).hasSize(1);
        }
    }

    /** Whoever is still there is deleted alone, once the CRM was asked. */
    @ParameterizedTest
    @MethodSource("faults")
    void areAllDoneOnceWhereTheirAnswerIsLost(Fault fault) throws IOException {
        try (Rehearsal rehearsal = Rehearsal.inV1(folder, ActionKind.DELETE)) {
            rehearsal.crm().on(CallKind.DELETE, 1, fault);
            rehearsal.crm().before(CallKind.DELETE, 3, rehearsal.crm()::doWhatIsLate);

            if (rehearsal.apply() != RunExit.DONE) {
                rehearsal.crm().doWhatIsLate();
                rehearsal.passes(SURELY_OVER);
                assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            }

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.after(Line.SILENT),
                Fault.insteadOf(Line.DRIBBLING),
                Fault.beforeItIsDone(Line.SILENT),
                Fault.insteadOf(Line.DROPPED),
                Fault.beforeItIsDone(Line.DROPPED),
                Fault.after(Line.RESET_IN_BODY),
                Fault.after(Line.CUT));
    }

    @Test
    void leaveAMergeAtFortySixTokens() throws IOException {
        try (Rehearsal rehearsal = Rehearsal.inV1(folder, ActionKind.MERGE)) {
            assertThat(rehearsal.rows()).hasSizeGreaterThanOrEqualTo(10);

            Summary summary = rehearsal.run();

            assertThat(summary.exitCode()).isEqualTo(RunExit.DONE);
            Aftermath.of(rehearsal).isSafe();
            int updates = rehearsal.crm().history().calls(CallKind.UPDATE).size();
            assertThat(summary.api().tokens())
                    .isLessThanOrEqualTo(FIELDS_TOKENS
                            + LOOK_AT_THE_FIRST
                            + (long) MERGE_TOKENS * rehearsal.rows().size()
                            + (long) UPDATE_TOKENS * updates);
        }
    }
}
