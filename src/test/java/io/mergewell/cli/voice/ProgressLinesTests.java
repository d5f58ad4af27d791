package io.mergewell.cli.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTests {

    private final StringWriter printed = new StringWriter();
    private Instant now = Instant.parse("2026-11-21T03:00:00Z");
    private final ProgressLines progress =
            new ProgressLines(new Voice.Lines(new PrintWriter(printed, true)), () -> now);

    @Test
    void saysWhichStepBegins() {
        progress.stepStarted("read");
        progress.stepStarted("act");

        assertThat(printed.toString().lines())
                .containsExactly("Reading the persons ...", "Applying what is approved ...");
    }

    @Test
    void growsSilentAsAStepTakesLonger() {
        progress.stepStarted("read");
        for (int page = 1; page <= 40; page++) {
            now = now.plusSeconds(1);
            progress.advanced("read", page * 500 + " persons read");
        }

        assertThat(printed.toString().lines())
                .containsExactly(
                        "Reading the persons ...",
                        "  2500 persons read",
                        "  7500 persons read",
                        "  17500 persons read");
    }

    @Test
    void mailsNoMoreThanAScreenOfANightThatTookTenHours() {
        progress.stepStarted("read");
        for (int second = 1; second <= 36_000; second++) {
            now = now.plusSeconds(1);
            progress.advanced("read", second + " pages");
        }

        assertThat(printed.toString().lines()).hasSizeBetween(40, 80);
    }

    @Test
    void printsTheLastLineOfAStepInAnyCase() {
        progress.stepStarted("read");
        progress.advanced("read", "500 persons read");
        progress.advanced("read", "730 persons read");
        progress.stepStarted("match");
        progress.advanced("match", "4 pairs");
        progress.flush();
        progress.flush();

        assertThat(printed.toString().lines())
                .containsExactly("Reading the persons ...", "  730 persons read", "Comparing them ...", "  4 pairs");
    }

    @Test
    void saysNothingTwice() {
        progress.stepStarted("act");
        now = now.plusSeconds(9);
        progress.advanced("act", "40 of 40 approved rows settled");
        progress.advanced("act", "40 of 40 approved rows settled");
        progress.flush();

        assertThat(printed.toString().lines())
                .containsExactly("Applying what is approved ...", "  40 of 40 approved rows settled");
    }
}
