package io.mergewell.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.status.PastRun;
import io.mergewell.job.status.StatusReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTests {

    private static final PastRun WITHOUT_END =
            new PastRun("r1", "dry-run", "RUNNING", Instant.EPOCH, null, null, null, 500L, 0, 0, null);

    @Test
    void callsARunThatWasKilledInterrupted() {
        StatusReport nobodyIsAtWork =
                new StatusReport("acme", null, null, null, null, List.of(WITHOUT_END), null, "again");

        assertThat(StatusText.of(nobodyIsAtWork, Instant.EPOCH)).anyMatch(line -> line.contains("  interrupted  "));
    }

    @Test
    void callsARunRunningThatMayBeAtWork() {
        StatusReport held =
                new StatusReport("acme", null, "A run is at work.", null, null, List.of(WITHOUT_END), null, "again");

        assertThat(StatusText.of(held, Instant.EPOCH))
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

        assertThat(StatusText.of(waiting, Instant.EPOCH))
                .contains("3 approved rows not done yet.")
                .endsWith("Next: ./run.sh apply a.yml");
    }
}
