package io.mergewell.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --quiet} and {@code --json}. */
class OutputOptionsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Typed typed;
    private String job;

    @BeforeEach
    void writeAJob() throws IOException {
        job = Files.writeString(folder.resolve("list.yml"), """
                crm: { type: csv, file: list.csv, columns: { id: id, name: name, emails: [email] } }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                                folder.resolve("data/list"), folder.resolve("reports")))
                .toString();
        Files.writeString(folder.resolve("list.csv"), """
                id,name,email
                1,Ada Lovelace,ada@analytical-engines.com
                2,Lovelace Ada,ADA@analytical-engines.com
                """);
        typed = new Typed(folder);
    }

    @Test
    void saysOnlyTheNextCommandWhenItIsToBeQuiet() {
        assertThat(typed.run("dry-run", "--quiet", job)).isEqualTo(ExitCode.DONE);

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).matches("Next: \\./run\\.sh apply .*\n");
    }

    @Test
    void saysWhatWentWrongAlsoWhenItIsToBeQuiet() throws IOException {
        Files.delete(folder.resolve("list.csv"));

        assertThat(typed.run("dry-run", "--quiet", job)).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains("list.csv").endsWith("\nNext: ./run.sh dry-run --quiet " + job + "\n");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void printsWhatIsInTheSummaryFile() throws IOException {
        assertThat(typed.run("dry-run", job, "--json")).isEqualTo(ExitCode.DONE);

        assertThat(typed.out()).isEqualTo(Files.readString(folder.resolve("reports/latest/summary.json")));
        assertThat(typed.err()).startsWith("Reading the persons ...\n");
    }

    @Test
    void printsAFailureAsJsonToo() throws IOException {
        Files.delete(folder.resolve("list.csv"));

        int code = typed.run("dry-run", job, "--json");

        JsonNode failure = JSON.readTree(typed.out());
        assertThat(failure.path("exitCode").asInt()).isEqualTo(code).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains(failure.path("message").asString());
        assertThat(failure.path("next").asString()).isEqualTo("./run.sh dry-run " + job + " --json");
    }

    @Test
    void printsAMistypedCommandAsJsonToo() {
        assertThat(typed.run("dry-run", "--json")).isEqualTo(ExitCode.USAGE);

        assertThat(JSON.readTree(typed.out()).path("next").asString()).isEqualTo("./run.sh dry-run --help");
    }
}
