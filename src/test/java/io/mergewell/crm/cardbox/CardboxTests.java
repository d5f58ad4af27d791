package io.mergewell.crm.cardbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.apply.ApplyRun;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that the program has never heard of runs through it, from the first page to the report. */
class CardboxTests {

    private static final String FIRST_PAGE = """
            [{"number": 1, "name": "Ada Lovelace", "mail": "ada@analytical-engines.com"},
             {"number": 2, "name": "Grace Hopper", "mail": "grace@compilers-and-co.com"}]""";
    private static final String SECOND_PAGE = """
            [{"number": 3, "name": "Lovelace, Ada", "mail": "ADA@analytical-engines.com"}]""";

    @TempDir
    private Path folder;

    @Test
    void isReportedOnAndNeverChanged() throws IOException {
        try (ScriptedServer cardbox = new ScriptedServer(
                Replies.json(200, FIRST_PAGE), Replies.json(200, SECOND_PAGE), Replies.json(200, "[]"))) {
            JobFile job = job(cardbox);

            Summary summary = DryRun.run(job, JobFiles.silent(), new StopSignal());

            assertThat(summary.counts().persons()).isEqualTo(3);
            Path review = job.reports().resolve(summary.runId()).resolve("review.csv");
            List<String> rows = Files.readAllLines(review);
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1)).contains(",NONE,", "Ada Lovelace", "Lovelace, Ada");
            assertThatThrownBy(() -> ApplyRun.run(job, review, JobFiles.silent(), new StopSignal()))
                    .isInstanceOf(JobException.Unsuited.class)
                    .hasMessageContaining("move them by hand");
            assertThat(cardbox.requests())
                    .containsExactly("/cards?after=0&drawer=7", "/cards?after=2&drawer=7", "/cards?after=3&drawer=7");
        }
    }

    @Test
    void aPageThatBreaksItsOwnOrderIsNotBelieved() throws IOException {
        try (ScriptedServer cardbox =
                new ScriptedServer(Replies.json(200, FIRST_PAGE), Replies.json(200, FIRST_PAGE))) {
            JobFile job = job(cardbox);

            assertThatThrownBy(() -> DryRun.run(job, JobFiles.silent(), new StopSignal()))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageContaining("not in the order of their numbers");
            assertThat(job.reports().resolve("latest")).doesNotExist();
        }
    }

    /** As the reader of job files would make it, were there a line for this system. */
    private JobFile job(ScriptedServer cardbox) {
        return new JobFile(
                "cards",
                Path.of("jobs/cards.yml"),
                "0".repeat(64),
                new CrmSettings.Online(
                        new Cardbox(),
                        new CrmSettings.Where.At(cardbox.endpoint()),
                        ChosenOptions.of(Map.of(Cardbox.DRAWER.key(), "7")),
                        Duration.ofSeconds(10)),
                Duration.ofDays(7),
                MatchSettings.DEFAULTS,
                PlanSettings.DEFAULTS,
                ApplySettings.defaults("cards"),
                Engine.H2.fresh(folder),
                folder.resolve("reports"));
    }
}
