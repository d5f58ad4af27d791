package io.mergewell.cli.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --log-format ecs}: every line of standard error is a JSON object, however the command ends. */
class EcsLogTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void tellsProgressAsEventsAndTheResultAsBefore() throws IOException {
        Typed typed = new Typed(folder);
        Path job = job("list.csv");

        assertThat(typed.run("dry-run", "--log-format", "ecs", job.toString())).isEqualTo(RunExit.DONE);

        List<JsonNode> events = events(typed.err());
        assertThat(events).extracting(event -> text(event, "message")).contains("Reading the persons ...");
        assertThat(events).allSatisfy(event -> {
            assertThat(text(event, "log", "level")).isEqualTo("INFO");
            assertThat(text(event, "service", "name")).isEqualTo("mergewell");
            assertThat(text(event, "ecs", "version")).isNotEmpty();
            assertThat(text(event, "@timestamp")).isNotEmpty();
        });
        assertThat(typed.out()).startsWith("2 persons in the mirror");
        assertThat(typed.err()).doesNotContain("Lovelace").doesNotContain("@analytical");
    }

    @ParameterizedTest
    @CsvSource({"dry-run gone.yml, 78", "dry-run JOB, 65", "dry-run, 64", "apply JOB --nonsense, 64"})
    void tellsAFailureAsOneEventWithItsExitCode(String command, int code) throws IOException {
        Typed typed = new Typed(folder);
        String line = command.replace("JOB", job("no-such-file.csv").toString()) + " --log-format=ecs";

        assertThat(typed.run(line.split(" "))).isEqualTo(code);

        List<JsonNode> failures = events(typed.err()).stream()
                .filter(event -> text(event, "log", "level").equals("ERROR"))
                .toList();
        assertThat(failures).hasSize(1);
        assertThat(text(failures.get(0), "event", "code")).isEqualTo(String.valueOf(code));
        assertThat(text(failures.get(0), "event", "outcome")).isEqualTo("failure");
        assertThat(text(failures.get(0), "message")).contains(" Next: ./run.sh ");
    }

    @Test
    void leavesOutWhatAFailureInALibraryQuotes() {
        StringWriter err = new StringWriter();
        try (EcsLog log = new EcsLog(new PrintWriter(err, true))) {
            log.during(() -> {
                LoggerFactory.getLogger("library").warn("cannot", new IllegalStateException("Ada Lovelace"));
                return 0;
            });
        }

        assertThat(events(err.toString())).hasSize(1);
        assertThat(err.toString()).contains("IllegalStateException").doesNotContain("Lovelace");
    }

    @Test
    void givesTheLogBackWhenItIsClosed() {
        StringWriter err = new StringWriter();
        new EcsLog(new PrintWriter(err, true)).close();

        LoggerFactory.getLogger("mergewell.test").info("after");

        assertThat(err.toString()).isEmpty();
    }

    private Path job(String file) throws IOException {
        Files.writeString(folder.resolve("list.csv"), """
                id,name,email
                1,Ada Lovelace,ada@analytical-engines.com
                2,Lovelace Ada,ADA@analytical-engines.com
                """);
        return Files.writeString(folder.resolve("list.yml"), """
                crm:
                  type: csv
                  file: %s
                  columns: { id: id, name: name, emails: [email] }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(
                        file, folder.resolve("data/list"), folder.resolve("reports")));
    }

    private static List<JsonNode> events(String err) {
        return err.lines().map(JSON::readTree).toList();
    }

    private static String text(JsonNode event, String... path) {
        JsonNode found = event;
        for (String key : path) {
            found = found.path(key);
        }
        return found.asString("");
    }
}
