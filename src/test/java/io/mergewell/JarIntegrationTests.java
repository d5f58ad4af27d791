package io.mergewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar, in a process of its own. */
class JarIntegrationTests {

    private static final Path JAR = Path.of("target/mergewell.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void knowsItsVersion() throws Exception {
        Ended ended = run("--version");

        assertThat(ended.output()).matches("Mergewell [0-9]+\\.[0-9]+\\.[0-9]+\\S* on Java .*\\R");
        assertThat(ended.code()).isZero();
    }

    @Test
    void endsWithTheCodeOfItsCommand() throws Exception {
        assertThat(run("no-such-command").code()).isEqualTo(64);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private record Ended(int code, String output) {}
}
