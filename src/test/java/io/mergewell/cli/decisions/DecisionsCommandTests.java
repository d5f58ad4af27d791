package io.mergewell.cli.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ListJob;
import io.mergewell.cli.Typed;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DecisionsCommandTests {

    private static final String HEADER =
            "survivor_id,duplicate_id,decision,reviewer,note,decided_at,plan_id,row_key,evidence\n";

    @TempDir
    private Path folder;

    private String job;
    private Path file;
    private StoreSettings store;

    @BeforeEach
    void writeAJob() throws IOException {
        store = new StoreSettings("jdbc:h2:file:" + folder.resolve("data/list"));
        file = folder.resolve("decisions.csv");
        job = Files.writeString(folder.resolve("list.yml"), """
                crm: { type: csv, file: list.csv, columns: { id: id } }
                store: { url: "%s" }
                """.formatted(store.url()))
                .toString();
    }

    @Test
    void exportsWhatItImported() throws IOException {
        String text = HEADER
                + "2,10,HOLD,Zoë,\"ask, then merge\",2026-11-20T23:00:00.123456Z,p1,r1,e1\n"
                + "10,3,NOT_DUPLICATE,,,2026-11-20T23:00:00Z,,,\n";
        Files.writeString(file, text);
        Typed typed = new Typed(folder);

        assertThat(typed.run("decisions", job, "import", file.toString())).isEqualTo(ExitCode.DONE);
        Files.delete(file);
        assertThat(typed.run("decisions", job, "export", file.toString())).isEqualTo(ExitCode.DONE);

        assertThat(file).hasContent(text);
        assertThat(typed.out())
                .startsWith("2 decisions remembered.")
                .contains("Next: ./run.sh dry-run " + job)
                .endsWith("2 decisions written to " + file + ".\nNext: ./run.sh decisions " + job + " import " + file
                        + "\n");
    }

    @Test
    void exportsNothingOfAJobThatHasNotRun() {
        assertThat(new Typed(folder).run("decisions", job, "export", file.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(file).hasContent(HEADER);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void importsNothingIfALineIsWrong() throws IOException {
        Files.writeString(file, "survivor_id,duplicate_id,decision\n1,2,REJECT\n3,4,PERHAPS\n");
        Typed typed = new Typed(folder);

        assertThat(typed.run("decisions", job, "import", file.toString())).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains("what was remembered is as it was").contains("line 3: the decision must be");
        Files.delete(file);
        assertThat(typed.run("decisions", job, "import", file.toString())).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.run("decisions", job, "export", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(file).hasContent(HEADER);
    }

    @Test
    void saysWhyAnApprovalOfAReviewIsNotRemembered() {
        ListJob list = new ListJob(folder, store);
        list.list("""
                id;name;email;phone
                1;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132
                2;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132
                3;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132
                """);
        list.dryRun();
        Sheet sheet = Sheet.open(list.reports().resolve("latest/review.csv"));
        sheet.decide("2", "APPROVE");
        sheet.decide("3", "APPROVE");
        Path review = sheet.save(folder.resolve("decided.csv"));
        list.remember("survivor_id,duplicate_id,decision", "2,3,NOT_DUPLICATE\n");

        Typed typed = list.done("decisions", list.file(), "import", review.toString());

        assertThat(typed.out()).startsWith("0 decisions remembered.").containsPattern("\nNote: .*\\b2\\b.*\\b3\\b");
    }

    @Test
    void says75WhileARunIsAtWork() throws IOException {
        Files.writeString(file, "survivor_id,duplicate_id,decision\n1,2,REJECT\n");
        try (Store run = Store.open(store, "list")) {
            assertThat(run.job()).isPositive();
            assertThat(new Typed(folder).run("decisions", job, "import", file.toString()))
                    .isEqualTo(RunExit.TEMPORARY);
        }
    }

    @Test
    void says64ForAnythingButExportAndImport() {
        Typed typed = new Typed(folder);
        assertThat(typed.run("decisions", job, "forget", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("must be export or import, not 'forget'");
    }

    @Test
    void makesNoFolderThatIsMisspelt() {
        Typed typed = new Typed(folder);
        Path nowhere = folder.resolve("decisoins/acme.csv");

        assertThat(typed.run("decisions", job, "export", nowhere.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(typed.err()).startsWith("There is no folder " + nowhere.getParent());
        assertThat(nowhere.getParent()).doesNotExist();
    }

    @Test
    void saysTheSameToAProgram() throws IOException {
        Files.writeString(file, "survivor_id,duplicate_id,decision\n1,2,REJECT\n");

        Typed taken = new Typed(folder);
        assertThat(taken.run("decisions", job, "import", file.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);
        Typed written = new Typed(folder);
        assertThat(written.run("decisions", job, "export", file.toString(), "--json"))
                .isEqualTo(ExitCode.DONE);

        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(taken.out()).path("direction").asString()).isEqualTo("import");
        assertThat(json.readTree(taken.out()).path("decisions").asInt()).isEqualTo(1);
        assertThat(json.readTree(taken.out()).path("next").asString()).isEqualTo("./run.sh dry-run " + job);
        assertThat(json.readTree(written.out()).path("file").asString()).isEqualTo(file.toString());
        assertThat(json.readTree(written.out()).path("decisions").asInt()).isEqualTo(1);
    }
}
