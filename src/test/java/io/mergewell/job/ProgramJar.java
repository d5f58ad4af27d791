package io.mergewell.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program, run as a process of its own in a folder of its own. */
public final class ProgramJar {

    private static final Path PACKED = Path.of(System.getProperty("mergewell.jar", "target/mergewell.jar"));

    /** One for each process that runs tests at the same time. */
    private static final Path UNPACKED =
            Path.of("target", "integration-app-" + System.getProperty("mergewell.fork", "1"));

    private static final Path CLASSES = UNPACKED.resolve("classes.jsa");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path folder;
    private final Map<String, String> environment;
    private int started;

    public ProgramJar(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Unpacks the jar as run.sh does: it starts in half the time. */
    public static void unpack() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        PACKED.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        UNPACKED.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("The jar cannot be unpacked: " + PACKED.toAbsolutePath());
        }
    }

    /** A process that has begun. */
    public record Running(Process process, Path output) {

        /** Waits for the end. */
        public int exitCode() throws InterruptedException {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end in three minutes.");
            }
            return process.exitValue();
        }

        public String text() throws IOException {
            return Files.readString(output);
        }
    }

    public Running start(String... arguments) throws IOException {
        return start(archive(), arguments);
    }

    /** As {@link #start(String...)}; its classes are kept as an archive, from which later starts come up in half the time. */
    public Running startFirst(String... arguments) throws IOException {
        return start(List.of("-XX:ArchiveClassesAtExit=" + CLASSES.toAbsolutePath()), arguments);
    }

    public Running startDyingAt(String failpoint, String... arguments) throws IOException {
        List<String> options = new ArrayList<>(archive());
        options.add("-Dmergewell.failpoint=" + failpoint);
        return start(options, arguments);
    }

    /** On a disk on which no file can grow beyond so many kilobytes. */
    public Running startOnSmallDisk(int kilobytes, String... arguments) throws IOException {
        List<String> command = command(archive(), arguments);
        String limited = "ulimit -f " + kilobytes + " && exec \"$@\"";
        return start(Stream.concat(Stream.of("bash", "-c", limited, "bash"), command.stream())
                .toList());
    }

    private static List<String> archive() {
        return Files.exists(CLASSES)
                ? List.of("-XX:SharedArchiveFile=" + CLASSES.toAbsolutePath(), "-Xshare:auto")
                : List.of();
    }

    private Running start(List<String> options, String... arguments) throws IOException {
        return start(command(options, arguments));
    }

    private static List<String> command(List<String> options, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar", UNPACKED.resolve("mergewell.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Running start(List<String> command) throws IOException {
        Path output = folder.resolve("output-" + ++started + ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    /** Everything the program has written to the terminal and into small files about itself. */
    public String everythingSaid() throws IOException {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("output-") || name.endsWith(".json") || name.startsWith("crash")) {
                    said.append(Files.readString(file)).append('\n');
                }
            }
        }
        return said.toString();
    }
}
