package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.job.ProgramJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program dies between the calls of which a merge in steps is made, and the same command goes on. */
class KilledMergeInStepsIntegrationTests {

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack(@TempDir Path calm) throws Exception {
        Rehearsal.unpackOnce(calm);
    }

    /** Before the update is sent; when it is done; when the first note is; after the second; when the archiving is. */
    @Test
    void goesOnAfterADeathAtEachCall() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            for (String moment : List.of(
                    "after-intent-commit",
                    "before-result-commit",
                    "before-result-commit",
                    "after-result-commit",
                    "before-result-commit")) {
                TenantAftermath.of(rehearsal).isNobodyGone();
                ProgramJar.Running run = rehearsal.startDyingAt(moment);
                assertThat(run.exitCode()).as(run.text()).isEqualTo(KILLED);
            }

            ProgramJar.Running run = rehearsal.start();

            assertThat(run.exitCode()).as(run.text()).isZero();
            TenantAftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE)).hasSize(1);
            assertThat(rehearsal.tenant().calls(CallKind.CREATE)).hasSize(2);
            assertThat(rehearsal.tenant().calls(CallKind.MERGE)).hasSize(1);
        }
    }
}
