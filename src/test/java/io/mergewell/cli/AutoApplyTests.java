package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.review.decided.Sheet;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply.auto} does without a review, and leaves to people. */
class AutoApplyTests {

    /** Two persons, each twice to the letter. */
    private static final String SURE = """
            id;name;email;phone
            1;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132
            2;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132
            3;Grace Hopper;grace@compilers-and-co.com;415 555 0199
            4;Grace Hopper;grace@compilers-and-co.com;+1 (415) 555-0199
            5;Katherine Johnson;;
            """;

    @TempDir
    private Path folder;

    private ListJob job;

    @BeforeEach
    void runDryOnceWithAutomaticApproval() throws IOException {
        job = new ListJob(folder, new StoreSettings("jdbc:h2:file:" + folder.resolve("data/acme")));
        job.list(SURE);
        Path file = Path.of(job.settings("acme", "match: { review-threshold: 0.5, auto-threshold: 0.6 }"));
        Files.writeString(file, Files.readString(file).replace("apply: { ", "apply: { auto: true, max-share: 1, "));
        job.dryRun();
    }

    @Test
    void appliesWhatIsSure() {
        assertThat(apply()).contains("2 rows newly approved");
    }

    @Test
    void appliesNothingOfAPlanWhoseReviewWasImported() {
        Sheet sheet = Sheet.open(job.reports().resolve("latest/review.csv"));
        sheet.decide("2", "HOLD");
        Path review = sheet.save(folder.resolve("decided.csv"));

        job.done("decisions", job.file(), "import", review.toString());

        assertThat(apply()).contains("0 rows newly approved");
    }

    private String apply() {
        Typed typed = job.done("apply", job.file());
        return typed.out() + typed.err();
    }
}
