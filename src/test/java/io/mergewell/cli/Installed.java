package io.mergewell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mergewell.Mergewell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code run.sh} beside a jar that refers to the classes under test, as in an unpacked tarball that nobody may write to. */
final class Installed {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private final Path home;

    /** @param home a folder that is empty, and becomes the working directory */
    Installed(Path home) throws IOException {
        this.home = home;
        Files.copy(Path.of("run.sh"), home.resolve("run.sh"));
        Files.writeString(home.resolve("target"), "nothing can be prepared here");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Mergewell.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (JarOutputStream jar =
                new JarOutputStream(Files.newOutputStream(home.resolve("mergewell.jar")), manifest)) {
            jar.finish();
        }
    }

    /** Whether this machine has a program. */
    static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A shell that works here without a terminal. */
    Process sh(Map<String, String> environment, String line) throws IOException {
        return started(environment, "sh", "-c", line);
    }

    /**
     * A shell at a pseudo-terminal of {@code xterm}'s kind; its input is the keyboard. Tests that run in the background
     * may ignore Ctrl-C, which those whom they start would inherit.
     */
    Process atTerminal(Map<String, String> environment, int columns, String line) throws IOException {
        String sized = "stty cols " + columns + " rows 24; " + line;
        return started(environment, "env", "--default-signal=INT", "script", "-qec", sized, "/dev/null");
    }

    private Process started(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto");
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    /** All it prints until it ends. */
    static String text(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The program did not end.");
        }
        return text;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
