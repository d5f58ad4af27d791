package io.mergewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar, in a process of its own, as it is typed. */
class JarIntegrationTests {

    private static final Path JAR = Path.of("target/mergewell.jar").toAbsolutePath();
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void knowsItsVersion() throws Exception {
        Ended ended = run("--version");

        assertThat(ended.out()).matches("Mergewell [0-9]+\\.[0-9]+\\.[0-9]+\\S* on Java .*\\R");
        assertThat(ended.code()).isZero();
    }

    @Test
    void endsWithTheCodeOfItsCommand() throws Exception {
        assertThat(run("no-such-command").code()).isEqualTo(64);
        assertThat(run("status", "none.yml").code()).isEqualTo(78);
    }

    @Test
    void findsTheDuplicatesOfTheSandboxWithoutAnyArgument() throws Exception {
        Ended ended = run();

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("3,000 persons in the mirror")
                .contains("Against the truth: precision ")
                .containsPattern("\\RNext: .+\\R$");
        assertThat(ended.err()).startsWith("Reading the persons ...").doesNotContain("Exception", "WARN");
        assertThat(folder.resolve("reports/sandbox/latest/review.csv")).isNotEmptyFile();
        assertThat(folder.resolve("reports/sandbox/latest/summary.json"))
                .content()
                .contains("\"quality\"");
    }

    @Test
    void servesTheSandboxUntilItIsStopped() throws Exception {
        Process sandbox = start("sandbox", "--persons", "200", "--no-limits");
        try (BufferedReader lines = sandbox.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).startsWith("The sandbox CRM answers at http://127.0.0.1:");

            assertThat(run("dry-run", HOME.resolve("jobs/sandbox.yml").toString())
                            .out())
                    .startsWith("200 persons in the mirror");
        } finally {
            sandbox.destroy();
        }
        assertThat(sandbox.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sandbox.exitValue()).isEqualTo(143);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(folder.resolve("err.txt")));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dmergewell.home=" + HOME,
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private record Ended(int code, String out, String err) {}
}
