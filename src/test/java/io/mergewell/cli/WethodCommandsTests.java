package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
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

            String remember = "Next: ./run.sh decisions " + job + " import "
                    + folder.resolve("reports/latest").toRealPath().resolve("review.csv") + "\n";
            assertThat(dryRun.out())
                    .contains("Decisions on its report can be remembered")
                    .endsWith(remember);
            assertThat(apply.err())
                    .contains(
                            "Decisions on its report can be remembered: REJECT and NOT_DUPLICATE keep two records out")
                    .contains("Next: ./run.sh decisions " + job + " import ");
            assertThat(Files.readString(folder.resolve("reports/latest/review.html")))
                    .contains("\"apply\":null,\"remember\":\"./run.sh decisions " + job + " import review.csv\"");
        }
    }

    @Test
    void whatAReviewRejectsStaysOutOfTheNextReport() throws IOException {
        try (ScriptedServer wethod = new ScriptedServer(Replies.json(200, COMPANY), Replies.json(200, COMPANY))) {
            Path job = job(wethod.url());
            new Typed(folder).run("dry-run", job.toString());
            Path review = folder.resolve("reports/latest/review.csv");
            Path decided = folder.resolve("decided.csv");
            Files.writeString(decided, Files.readString(review).replaceFirst("(\nr[0-9a-f]+),", "$1,REJECT"));

            Typed typed = new Typed(folder);
            int code = typed.run("decisions", job.toString(), "import", decided.toString());

            assertThat(code).as(typed.err()).isEqualTo(ExitCode.DONE);
            assertThat(typed.out())
                    .isEqualTo("1 decision remembered. What was decided on other pairs still holds.\n"
                            + "Next: ./run.sh dry-run " + job + "\n");
            assertThat(new Typed(folder).run("dry-run", job.toString())).isEqualTo(ExitCode.DONE);
            assertThat(Files.readAllLines(review)).hasSize(1);
        }
    }

    @Test
    void remembersNoApprovalOfWhatNobodyCanCarryOut() throws IOException {
        try (ScriptedServer wethod = new ScriptedServer(Replies.json(200, COMPANY))) {
            Path job = job(wethod.url());
            new Typed(folder).run("dry-run", job.toString());
            Path decided = folder.resolve("decided.csv");
            Files.writeString(
                    decided,
                    Files.readString(folder.resolve("reports/latest/review.csv"))
                            .replaceFirst("(\nr[0-9a-f]+),", "$1,APPROVE"));

            Typed typed = new Typed(folder);

            assertThat(typed.run("decisions", job.toString(), "import", decided.toString()))
                    .isEqualTo(RunExit.BAD_INPUT);
            assertThat(typed.err()).contains("action NONE is for reading");
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
