package io.mergewell.review.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.review.Plans;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.summary.Summary.Api;
import io.mergewell.review.summary.Summary.Counts;
import io.mergewell.review.summary.Summary.PlanIdentity;
import io.mergewell.review.summary.Summary.Quality;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTests {

    @TempDir
    private Path folder;

    @Test
    void writesWhatMachinesRead() throws IOException {
        Artefact artefact = SummaryFile.write(folder, summary());

        assertThat(artefact.path()).hasFileName("summary.json").hasContent("""
                {
                  "schemaVersion" : 1,
                  "job" : "acme",
                  "runId" : "20261121T020000Z-7f3a",
                  "command" : "dry-run",
                  "status" : "COMPLETED",
                  "exitCode" : 0,
                  "startedAt" : "2026-11-21T02:00:00Z",
                  "endedAt" : "2026-11-21T02:00:09.500Z",
                  "counts" : {
                    "persons" : 3000,
                    "pages" : 6,
                    "pairsCompared" : 41234,
                    "pairsAboveReview" : 260,
                    "groups" : 1,
                    "emptyRecords" : 1,
                    "merges" : 1,
                    "deletes" : 1,
                    "none" : 0,
                    "auto" : 0,
                    "review" : 2,
                    "approved" : 0,
                    "applied" : 0,
                    "reconciled" : 0,
                    "conflicts" : 0,
                    "failed" : 0
                  },
                  "api" : {
                    "calls" : 7,
                    "tokens" : 60,
                    "retries" : 1
                  },
                  "plan" : {
                    "id" : "p00ff",
                    "digest" : "00ff"
                  },
                  "artefacts" : [ {
                    "path" : "reports/acme/7f3a/review.csv",
                    "sha256" : "ab12"
                  } ],
                  "nextStep" : "./run.sh apply jobs/acme.yml reports/acme/7f3a/review.csv",
                  "notes" : [ "Two blocks were too large." ],
                  "details" : [ "The block of Smith.", "The block of Jones." ],
                  "quality" : {
                    "precision" : 0.9876,
                    "recall" : 0.9,
                    "f1" : 0.9418
                  },
                  "resumes" : 2
                }
                """);
    }

    @Test
    void leavesOutTheQualityThatNobodyKnowsAndSaysThatThereIsNoPlan() {
        Summary summary = new Summary(
                "acme",
                "r",
                "dry-run",
                "INCOMPLETE",
                75,
                Instant.EPOCH,
                Instant.EPOCH,
                Counts.read(500, 1),
                Api.NONE,
                null,
                List.of(),
                "./run.sh dry-run jobs/acme.yml",
                List.of(),
                List.of(),
                null,
                0);

        assertThat(SummaryFile.toJson(summary)).contains("\"plan\" : null").doesNotContain("quality");
        assertThat(SummaryText.of(summary).lines())
                .containsExactly(
                        "500 persons in the mirror, 1 page read in this run.", "Next: ./run.sh dry-run jobs/acme.yml");
    }

    @Test
    void saysInWordsWhatWasFound() {
        assertThat(SummaryText.of(summary()).lines())
                .containsExactly(
                        "3,000 persons in the mirror, 6 pages read in this run.",
                        "1 group of records that look like one human being, and 1 empty record: 2 rows, 0 AUTO (near"
                                + " certain), 2 REVIEW (look at them).",
                        "Proposed: 1 merge, 1 delete, 0 for people to carry out in the system itself.",
                        "Against the truth: precision 0.988, recall 0.900, F1 0.942 (pairs within the proposed groups).",
                        "Cost: at least 7 calls, 60 tokens, 1 of the calls repeated.",
                        "Note: Two blocks were too large.",
                        "  reports/acme/7f3a/review.csv",
                        "Next: ./run.sh apply jobs/acme.yml reports/acme/7f3a/review.csv");
    }

    private static Summary summary() {
        return new Summary(
                "acme",
                "20261121T020000Z-7f3a",
                "dry-run",
                "COMPLETED",
                0,
                Instant.parse("2026-11-21T02:00:00Z"),
                Instant.parse("2026-11-21T02:00:09.500Z"),
                Counts.planned(Plans.small(), 6, 41_234, 260),
                new Api(7, 60, 1),
                PlanIdentity.of(Plans.small()),
                List.of(new Artefact(Path.of("reports", "acme", "7f3a", "review.csv"), "ab12")),
                "./run.sh apply jobs/acme.yml reports/acme/7f3a/review.csv",
                List.of("Two blocks were too large."),
                List.of("The block of Smith.", "The block of Jones."),
                new Quality(0.9876, 0.9, 0.9418),
                2);
    }
}
