package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run.sh}, run by a shell against Javas and a Maven that only say how they were called. */
@EnabledOnOs(OS.LINUX)
class RunScriptTests {

    private static final List<String> TOOLS = List.of(
            "basename",
            "cksum",
            "cut",
            "dirname",
            "find",
            "flock",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sort",
            "tail",
            "touch",
            "tr");

    @TempDir
    private Path folder;

    private String training = "echo classes >classes.jsa";
    private Path home;
    private Path javas;
    private Path tools;

    @BeforeEach
    void installAsFromATarball() throws IOException {
        home = Files.createDirectories(folder.resolve("an installation"));
        javas = Files.createDirectories(folder.resolve("some javas"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("run.sh"), home.resolve("run.sh"));
        Files.writeString(home.resolve("mergewell.jar"), "a jar");
        for (String tool : TOOLS) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(bin -> Path.of(bin, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            script(tools.resolve(tool), "exec %s \"$@\"".formatted(real));
        }
    }

    @Test
    void takesTheNewestJavaThatItFinds() throws Exception {
        java("jdk-11", "11.0.2", true);
        java("jdk-21", "21.0.1", true);
        java("jdk-17", "17.0.15", true);
        java("jdk-8", "1.8.0_392", true);

        assertThat(run().out).startsWith("jdk-21 ");
    }

    @Test
    void takesTheJavaThatJavaHomeNames() throws Exception {
        java("jdk-21", "21.0.1", true);
        Path chosen = java("jdk-17", "17.0.15", true);

        assertThat(run(Map.of("JAVA_HOME", chosen.toString())).out).startsWith("jdk-17 ");
    }

    @Test
    void passesOverAJavaHomeThatIsTooOldOrNotThere() throws Exception {
        java("jdk-21", "21.0.1", true);
        Path old = java("jdk-11", "11.0.2", true);

        assertThat(run(Map.of("JAVA_HOME", old.toString())).out).startsWith("jdk-21 ");
        assertThat(run(Map.of("JAVA_HOME", "/no/such/folder")).out).startsWith("jdk-21 ");
    }

    @Test
    void findsAJavaOnThePathThatLiesElsewhere() throws Exception {
        Path elsewhere = java("../elsewhere/jdk-19", "19.0.1", true);
        Files.createSymbolicLink(tools.resolve("java"), elsewhere.resolve("bin/java"));

        assertThat(run().out).startsWith("jdk-19 ");
    }

    @Test
    void asksAJavaWithoutReleaseFileForItsVersion() throws Exception {
        Files.delete(java("jdk-18", "18.0.2", true).resolve("release"));

        assertThat(run().out).startsWith("jdk-18 ");
    }

    @Test
    void saysInOneLineWhatToInstall() throws Exception {
        java("jdk-11", "11.0.2", true);

        Result result = run();

        assertThat(result.code).isEqualTo(78);
        assertThat(result.err.lines()).hasSize(1);
        assertThat(result.err)
                .startsWith("Mergewell needs Java 17 or newer and found none. Install one: apt-get install openjdk-17");
    }

    @Test
    void passesOnEveryArgumentAsItIs() throws Exception {
        java("jdk-17", "17.0.15", true);

        Result result = run(Map.of(), "explain", "jobs/a job.yml", "*", "", "it's \"1\"");

        assertThat(result.out).endsWith(" [explain] [jobs/a job.yml] [*] [] [it's \"1\"]\n");
    }

    @Test
    void passesOptionsToTheVirtualMachine() throws Exception {
        java("jdk-17", "17.0.15", true);

        Result result = run(Map.of("JAVA_OPTS", "-Xmx1g -Da=b", "MERGEWELL_JAVA_OPTS", "-Xss2m"));

        assertThat(result.out).contains(" [-Xmx1g] [-Da=b] [-Xss2m] ");
    }

    @Test
    void startsFromAnyFolderAndThroughLinks() throws Exception {
        java("jdk-17", "17.0.15", true);
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("first"), home.resolve("run.sh"));
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));

        Result result = run(elsewhere, Map.of(), "./second");

        assertThat(result.out).contains("[-Dmergewell.home=" + home + "] [-Dmergewell.command=./second]");
    }

    @Test
    void unpacksTheJarOnce() throws Exception {
        java("jdk-17", "17.0.15", true);

        assertThat(run().out).contains("mergewell.jar]");
        FileTime unpacked = Files.getLastModifiedTime(home.resolve("target/unpacked"));
        run();

        assertThat(Files.getLastModifiedTime(home.resolve("target/unpacked"))).isEqualTo(unpacked);
        assertThat(run().out).containsPattern("\\[-jar] \\[.*/target/app-[0-9]+/mergewell.jar]");
    }

    @Test
    void unpacksANewJarBesideTheOldOne() throws Exception {
        java("jdk-17", "17.0.15", true);
        String before = run().out;
        Files.delete(home.resolve("mergewell.jar"));
        Files.writeString(home.resolve("mergewell.jar"), "another jar");

        assertThat(run().out).isNotEqualTo(before);
        try (Stream<Path> target = Files.list(home.resolve("target"))) {
            assertThat(target.filter(path -> path.getFileName().toString().startsWith("app-")))
                    .hasSize(2);
        }
    }

    @Test
    void keepsAnArchiveOfClassesForEachJava() throws Exception {
        java("jdk-17", "17.0.15", true);
        String first = run().out;
        java("jdk-21", "21.0.1", true);
        String second = run().out;

        assertThat(archive(first)).hasContent("classes").isNotEqualTo(archive(second));
        assertThat(archive(run().out)).isEqualTo(archive(second)).hasContent("classes");
    }

    @Test
    void startsWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
        training = "touch tried; exit 1";
        java("jdk-17", "17.0.15", true);

        assertThat(run().out).startsWith("jdk-17 ").doesNotContain("SharedArchiveFile");
        assertThat(run().code).isZero();
    }

    @Test
    void buildsWhatIsMissingAndNothingMore() throws Exception {
        sources("");

        assertThat(run().err).startsWith("Building Mergewell");
        assertThat(run().err).isEmpty();
        assertThat(Files.readString(home.resolve("maven.log")))
                .isEqualTo("-B -q -ntp -Pjar-only resources:resources compiler:compile jar:jar"
                        + " spring-boot:repackage@repackage with jdk-17\n");
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        sources("");
        run();
        Files.setLastModifiedTime(
                home.resolve("src/main/One.java"), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run().err).startsWith("Building Mergewell");
    }

    @Test
    void needsACompilerToBuildButNotToRun() throws Exception {
        sources("");
        java("jre-21", "21.0.1", false);
        Result first = run();

        assertThat(Files.readString(home.resolve("maven.log"))).endsWith("with jdk-17\n");
        assertThat(first.out).startsWith("jre-21 ");
    }

    @Test
    void saysWhereTheLogOfAFailedBuildIs() throws Exception {
        sources("echo 'cannot find symbol'; exit 1");

        Result result = run();

        assertThat(result.code).isEqualTo(70);
        assertThat(result.err)
                .contains("cannot find symbol")
                .endsWith("The build failed; the whole log is in " + home + "/target/build.log.\n");
    }

    @Test
    void saysThatTheNetworkIsToBlame() throws Exception {
        sources("echo 'Could not transfer artifact'; exit 1");

        Result result = run();

        assertThat(result.code).isEqualTo(75);
        assertThat(result.err).contains("Check the network and run this again");
    }

    @Test
    void runsTheWholeTestSuite() throws Exception {
        sources("");

        assertThat(run(Map.of(), "test", "-Dtest=Some Tests").code).isZero();
        assertThat(Files.readString(home.resolve("maven.log")))
                .isEqualTo("-B -ntp verify -DexcludedGroups= -Dtest=Some Tests with jdk-17\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "soak"})
    void saysInOneLineWhatNeedsAClone(String command) throws Exception {
        java("jdk-17", "17.0.15", true);

        Result result = run(Map.of(), command);

        assertThat(result.code).isEqualTo(64);
        assertThat(result.err)
                .isEqualTo("./run.sh " + command + " needs a clone of the sources, which a tarball does not hold.\n");
    }

    @Test
    void saysInOneLineThatTheTarballIsNotWhole() throws Exception {
        java("jdk-17", "17.0.15", true);
        Files.delete(home.resolve("mergewell.jar"));

        Result result = run(Map.of(), "--version");

        assertThat(result.code).isEqualTo(78);
        assertThat(result.err)
                .isEqualTo(
                        "There is no mergewell.jar in " + home + ", beside run.sh: unpack the whole tarball again.\n");
    }

    private static Path archive(String printed) {
        Matcher option = Pattern.compile("\\[-XX:SharedArchiveFile=([^]]+)]").matcher(printed);
        assertThat(option.find()).isTrue();
        return Path.of(option.group(1));
    }

    /** A Java that prints its name and arguments, and pretends to unpack jars and to archive classes. */
    private Path java(String name, String version, boolean compiler) throws IOException {
        Path java = javas.resolve(name).normalize();
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(java.resolve("bin/java"), """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025' >&2; exit; fi
                case "$*" in *"extract --destination "*)
                    mkdir -p "${*#*--destination }"; touch "${*#*--destination }/mergewell.jar"; exit;;
                *ArchiveClassesAtExit=*)
                    %s; exit;;
                esac
                printf '%%s' '%s'
                printf ' [%%s]' "$@"
                echo
                """.formatted(version, training, java.getFileName()));
        if (compiler) {
            script(java.resolve("bin/javac"), "");
        }
        return java;
    }

    /** Makes the installation a checkout of the sources, whose Maven notes how it was called. */
    private void sources(String mavenEndsWith) throws IOException {
        java("jdk-17", "17.0.15", true);
        Files.delete(home.resolve("mergewell.jar"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("src/main/One.java"), "class One {}");
        script(home.resolve("mvnw"), """
                echo "$* with ${JAVA_HOME##*/}" >>maven.log
                mkdir -p target
                echo jar >target/mergewell.jar
                %s
                """.formatted(mavenEndsWith));
    }

    private static void script(Path file, String content) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run() throws Exception {
        return run(Map.of());
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("run.sh").toString()));
        command.addAll(List.of(arguments));
        return run(folder, environment, command.toArray(String[]::new));
    }

    private Result run(Path directory, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MERGEWELL_JAVA_FOLDERS", javas + ":/no/such/folder");
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private record Result(int code, String out, String err) {}
}
