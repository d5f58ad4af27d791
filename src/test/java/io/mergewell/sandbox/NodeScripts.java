package io.mergewell.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scripts of {@code src/test/node}, in a copy under {@code target} to which npm adds what they need. A machine that
 * cannot run them skips the tests that need them and says why; with {@code MERGEWELL_TESTS_NEED_NODE} in its
 * environment the tests fail instead.
 */
final class NodeScripts {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path COPY = Path.of("target", "node");
    private static final Path INSTALLED = COPY.resolve("installed-lock.json");
    private static final String LOCK = "package-lock.json";
    private static final Duration TO_INSTALL = Duration.ofMinutes(5);
    private static final Duration TO_RUN = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeScripts() {}

    /**
     * Makes the scripts ready, with exactly the packages of the lock file.
     *
     * @return why they cannot be run; empty if they can
     */
    static Optional<String> install() throws IOException, InterruptedException {
        for (String program : List.of("node", "npm")) {
            if (!isOnPath(program)) {
                return Optional.of("there is no " + program + " on the path");
            }
        }
        Files.createDirectories(COPY);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, COPY.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.exists(INSTALLED) && Files.mismatch(INSTALLED, COPY.resolve(LOCK)) == -1) {
            return Optional.empty();
        }
        Ended ended = run(
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"),
                Map.of(),
                TO_INSTALL);
        if (ended.exitCode() != 0) {
            return Optional.of(
                    "npm could not install the packages of " + SOURCES.resolve(LOCK) + " (" + ended.errors() + ")");
        }
        Files.copy(COPY.resolve(LOCK), INSTALLED, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
    }

    /** Lets the client play a part against a sandbox, about the persons of some ids; what it saw. */
    static JsonNode play(String part, Sandbox sandbox, long... ids) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "SANDBOX_PART", part,
                "SANDBOX_URL", sandbox.baseUrl().toString(),
                "SANDBOX_TOKEN", sandbox.token(),
                "SANDBOX_IDS", LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(",")));
        Ended ended = run(List.of("node", "client.js"), environment, TO_RUN);
        if (ended.exitCode() != 0) {
            throw new AssertionError("The client failed: " + ended.errors());
        }
        return JSON.readTree(ended.output());
    }

    /** Ends a test that needs the scripts, with a sentence: as skipped, or as failed where they must run. */
    static void giveUp(String why) {
        String sentence = sentence(why);
        if (System.getenv("MERGEWELL_TESTS_NEED_NODE") != null) {
            throw new AssertionError(sentence);
        }
        throw new TestAbortedException(sentence);
    }

    static String sentence(String why) {
        return "Pipedrive's client for Node was not tried against the sandbox: " + why + ".";
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    private static Ended run(List<String> command, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        Path output = COPY.resolve("output.txt");
        Path errors = COPY.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(COPY.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(command + " did not end within " + patience.toSeconds() + " seconds.");
        }
        return new Ended(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8).strip());
    }

    private record Ended(int exitCode, String output, String errors) {}
}
