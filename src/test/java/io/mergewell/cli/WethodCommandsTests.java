package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.Replies;
import io.mergewell.crm.ScriptedServer;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that is only reported on, as it is typed. */
class WethodCommandsTests {

    private static final String COMPANY = """
            [{"id": 1, "name": "Ada", "surname": "Lovelace", "email": "ada@analytical-engines.com"},
             {"id": 2, "name": "Ada", "surname": "Lovelace", "email": "ADA@analytical-engines.com"},
             {"id": 3, "name": "Grace", "surname": "Hopper", "email": "grace@compilers-and-co.com"}]""";

    @TempDir
    private Path folder;

    @Test
    void everyProposalIsForPeopleAndApplyEndsBeforeAnyCall() throws IOException {
        try (ScriptedServer wethod = new ScriptedServer(Replies.json(200, COMPANY))) {
            Path job = job(wethod.url());
            Typed dryRun = new Typed(folder);
            assertThat(dryRun.run("dry-run", job.toString())).as(dryRun.err()).isEqualTo(ExitCode.DONE);

            List<String> review = Files.readAllLines(folder.resolve("reports/latest/review.csv"));
            assertThat(review).hasSize(2);
            assertThat(review.get(1)).contains(",NONE,");

            Typed apply = new Typed(folder);
            int code = apply.run(
                    "apply",
                    job.toString(),
                    folder.resolve("reports/latest/review.csv").toString());

            assertThat(code).isEqualTo(RunExit.CONFIGURATION);
            assertThat(apply.err())
                    .contains("Wethod's persons are users with timesheets and payroll, so that Mergewell only reports"
                            + " on them: merge them by hand in Wethod. Nothing was sent to Wethod at ");
            assertThat(wethod.requests()).hasSize(1);
        }
    }

    private Path job(URI url) throws IOException {
        return Files.writeString(folder.resolve("agency.yml"), """
                crm: { type: wethod, base-url: "%s", token: s3cr3t, company: acme }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                        url, folder.resolve("data/agency"), folder.resolve("reports")));
    }
}
