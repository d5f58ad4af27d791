package io.mergewell.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.status.PastRun;
import io.mergewell.job.status.StatusReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTests {

    private static final int WIDE = 200;

    private static final PastRun WITHOUT_END =
            new PastRun("r1", "dry-run", "RUNNING", Instant.EPOCH, null, null, null, 500L, 120, 1_300, true, null);

    @Test
    void callsARunThatWasKilledInterrupted() {
        StatusReport nobodyIsAtWork =
                new StatusReport("acme", null, null, null, null, List.of(WITHOUT_END), null, "again");

        assertThat(StatusText.of(nobodyIsAtWork, Instant.EPOCH, WIDE))
                .anyMatch(line -> line.contains("  interrupted  "));
    }

    @Test
    void saysWhatItCallsARunAndThatMoreMayHaveBeenAsked() {
        PastRun givenUp = new PastRun(
                "r0", "apply", "ABANDONED", Instant.EPOCH, Instant.EPOCH, null, null, null, 7, 70, true, null);
        StatusReport status =
                new StatusReport("acme", null, null, null, null, List.of(WITHOUT_END, givenUp), null, "again");

        assertThat(StatusText.of(status, Instant.EPOCH, WIDE))
                .anyMatch(line -> line.endsWith("     120+    1,300+  r1"))
                .anyMatch(line -> line.startsWith("interrupted: "))
                .anyMatch(line -> line.startsWith("ABANDONED: "))
                .anyMatch(line -> line.startsWith("+: or more."));
    }

    @Test
    void explainsNoWordThatItDoesNotUse() {
        PastRun done = new PastRun(
                "r1", "dry-run", "COMPLETED", Instant.EPOCH, Instant.EPOCH, 0, 500L, 500L, 120, 1_300, false, null);
        StatusReport status = new StatusReport("acme", null, null, null, null, List.of(done), null, "again");

        assertThat(StatusText.of(status, Instant.EPOCH, WIDE)).hasSize(3).last().isEqualTo("Next: again");
    }

    @Test
    void writesRunsOneBelowTheOtherWhereTheTerminalIsNarrow() {
        PastRun done = new PastRun(
                "20261122-030000-4f3a",
                "dry-run",
                "COMPLETED",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(62),
                0,
                12_500L,
                500L,
                120,
                1_300,
                false,
                null);
        StatusReport status = new StatusReport("acme", null, null, null, null, List.of(done), null, "again");

        assertThat(StatusText.of(status, Instant.EPOCH, 40))
                .containsExactly(
                        "20261122-030000-4f3a dry-run",
                        "  COMPLETED, code 0",
                        "  1970-01-01 00:00:00 UTC, 0:01:02",
                        "  in mirror 12,500, read 500",
                        "  calls 120, tokens 1,300",
                        "Next: again")
                .allMatch(line -> line.length() <= 40);
    }

    @Test
    void callsARunRunningThatMayBeAtWork() {
        StatusReport held =
                new StatusReport("acme", null, "A run is at work.", null, null, List.of(WITHOUT_END), null, "again");

        assertThat(StatusText.of(held, Instant.EPOCH, WIDE))
                .anyMatch(line -> line.contains("  RUNNING  "))
                .noneMatch(line -> line.contains("interrupted"));
    }

    @Test
    void saysWhatIsApprovedAndNotDone() {
        StatusReport waiting = new StatusReport(
                "acme",
                null,
                null,
                "3 approved rows not done yet.",
                null,
                List.of(WITHOUT_END),
                null,
                "./run.sh apply a.yml");

        assertThat(StatusText.of(waiting, Instant.EPOCH, WIDE))
                .contains("3 approved rows not done yet.")
                .endsWith("Next: ./run.sh apply a.yml");
    }
}
