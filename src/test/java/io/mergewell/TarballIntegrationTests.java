package io.mergewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The finished tarball, unpacked where neither sources nor Maven are, as on a server. */
@EnabledOnOs(OS.LINUX)
class TarballIntegrationTests {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";

    @TempDir
    private static Path folder;

    private static Path tarball;
    private static String version;
    private static Path home;

    @BeforeAll
    static void unpackElsewhere() throws Exception {
        try (JarFile jar = new JarFile("target/mergewell.jar")) {
            version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
        tarball = Path.of("target/mergewell-" + version + ".tar.gz").toAbsolutePath();
        Path place = Files.createDirectories(folder.resolve("another place"));
        assertThat(run(place, "tar", "-xzf", tarball.toString()).code).isZero();
        home = place.resolve("mergewell-" + version);
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho 'Maven was called.' >&2\nexit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void goesFromTheFirstStartToAnAppliedRow() throws Exception {
        assertThat(run(home, "./run.sh", "--version").out).startsWith("Mergewell " + version + " on Java ");
        assertThat(run(home, "./run.sh", "--help").out).startsWith("Usage: ./run.sh ");

        Result dryRun = run(home, "./run.sh", "dry-run", "jobs/sandbox.yml");
        assertThat(dryRun.code).as(dryRun.err).isZero();
        approveOneRow(home.resolve("reports/sandbox/latest/review.csv"));
        Result apply = run(home, "sh", "-c", next(dryRun.out));

        assertThat(apply.code).as(apply.err).isZero();
        assertThat(Files.readString(home.resolve("reports/sandbox/latest/receipts.csv")))
                .containsOnlyOnce(",APPLIED,");
    }

    @Test
    void saysThatTheTestSuiteNeedsAClone() throws Exception {
        Result result = run(home, "./run.sh", "test");

        assertThat(result.code).isEqualTo(64);
        assertThat(result.err.lines()).singleElement().asString().contains("needs a clone of the sources");
    }

    @Test
    void holdsWhatTheRepositoryHoldsOfDocsAndJobsAndNothingOfItsOwner() throws Exception {
        Result tracked = run(
                Path.of("").toAbsolutePath(),
                "git",
                "ls-files",
                "CHANGELOG.md",
                "LICENSE",
                "README.md",
                "docs",
                "jobs",
                "reports",
                "run.sh");
        assumeThat(tracked.out).as("what git says of this folder").isNotEmpty();
        List<String> expected = new ArrayList<>(tracked.out.lines().toList());
        expected.add("mergewell.jar");

        assertThat(run(folder, "tar", "-tzf", tarball.toString()).out.lines())
                .map(name -> name.substring(("mergewell-" + version + "/").length()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesNeitherTheUserNorTheTimeOfItsBuild() throws Exception {
        Matcher date = Pattern.compile("<project.build.outputTimestamp>(.{10})T00:00:00Z<")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(date.find()).isTrue();

        Result listed = run(folder, "tar", "--utc", "--numeric-owner", "-tvzf", tarball.toString());

        assertThat(listed.out.lines()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("-rw(-r--r--|xr-xr-x) 0/0 +[0-9]+ " + date.group(1) + " 00:00 .*"));
    }

    @Test
    void carriesABillOfItsMaterialsInTheJar() throws Exception {
        try (JarFile jar = new JarFile(home.resolve("mergewell.jar").toFile())) {
            assertThat(jar.getEntry(SBOM))
                    .as("the bill of materials, which Maven does not write while it is offline (-o)")
                    .isNotNull();
            try (InputStream in = jar.getInputStream(jar.getEntry(SBOM))) {
                JsonNode bill = JsonMapper.shared().readTree(in);
                assertThat(bill.at("/metadata/component/version").asString()).isEqualTo(version);
                assertThat(bill.at("/metadata/timestamp").isMissingNode()).isTrue();
                assertThat(bill.at("/metadata/component/externalReferences").valueStream())
                        .isEmpty();
                assertThat(librariesIn(bill)).containsExactlyInAnyOrderElementsOf(librariesIn(jar));
            }
        }
    }

    private static List<String> librariesIn(JsonNode bill) {
        return bill.at("/components")
                .valueStream()
                // Starters are lists of other libraries; Boot does not pack them.
                .filter(component -> !component.at("/name").asString().startsWith("spring-boot-starter"))
                .map(component -> component.at("/name").asString() + "-"
                        + component.at("/version").asString() + ".jar")
                .toList();
    }

    private static List<String> librariesIn(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .map(name -> name.substring("BOOT-INF/lib/".length()))
                // Boot's own means of unpacking the jar, which it adds to what it was given.
                .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                .toList();
    }

    private static void approveOneRow(Path review) throws IOException {
        String text = Files.readString(review);
        Files.writeString(review, text.replaceFirst(",,MERGE,AUTO,", ",APPROVE,MERGE,AUTO,"));
    }

    /** The command that the last line of the output says to type. */
    private static String next(String out) {
        Matcher line = Pattern.compile("^Next: (.+)$", Pattern.MULTILINE).matcher(out);
        assertThat(line.find()).as(out).isTrue();
        return line.group(1);
    }

    private static Result run(Path directory, String... command) throws IOException, InterruptedException {
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME",
                        folder.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "MERGEWELL_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=1"));
        int code = builder.start().waitFor();
        return new Result(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private record Result(int code, String out, String err) {}
}
