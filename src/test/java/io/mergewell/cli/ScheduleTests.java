package io.mergewell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What jobs/schedule has to copy, held against the exit codes, and tried as far as it can be without a scheduler. */
class ScheduleTests {

    private static final Path EXAMPLES = Path.of("jobs", "schedule");

    @TempDir
    private Path folder;

    // ---- cron ----

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            0,   0,   dry-run apply, 0
            75,  0,   dry-run,       75
            77,  0,   dry-run,       77
            143, 0,   dry-run,       143
            0,   2,   dry-run apply, 2
            0,   75,  dry-run apply, 75
            """)
    void cronAppliesAfterADryRunThatCameToItsEndAndMailsWhatDidNot(int dryRun, int apply, String commands, int end)
            throws IOException, InterruptedException {
        installed(dryRun, apply);
        Process night = new ProcessBuilder("/bin/sh", "-c", here(cronCommand()))
                .redirectErrorStream(true)
                .start();
        String mail = new String(night.getInputStream().readAllBytes(), UTF_8);

        assertThat(night.waitFor()).isEqualTo(end);
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .containsExactly(Arrays.stream(commands.split(" "))
                        .map(command -> command + " jobs/acme.yml secret")
                        .toArray(String[]::new));
        if (end == 0) {
            assertThat(mail).isEmpty();
        } else {
            assertThat(mail).contains("said by ").endsWith("Mergewell, job acme: ended with " + end + ".\n");
        }
    }

    @Test
    void cronFindsASystemTableWithTimeAndUserAndNoPercentSign() throws IOException {
        String line = cronLine();

        assertThat(line).matches("15 2 \\* \\* \\*  mergewell  .*").doesNotContain("%");
        assertThat(EXAMPLES.resolve("mergewell.cron")).content().endsWith("\n");
    }

    private void installed(int dryRun, int apply) throws IOException {
        Path program = Files.writeString(folder.resolve("run.sh"), """
                #!/bin/sh
                echo "$1 $2 $PIPEDRIVE_TOKEN" >>calls
                echo "said by $1"
                [ "$1" = dry-run ] && exit %d || exit %d
                """.formatted(dryRun, apply));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("acme.env"), "PIPEDRIVE_TOKEN=secret\n");
    }

    private static String cronLine() throws IOException {
        return Files.readAllLines(EXAMPLES.resolve("mergewell.cron")).stream()
                .filter(line -> line.startsWith("15 "))
                .reduce((one, another) -> {
                    throw new AssertionError("two lines");
                })
                .orElseThrow();
    }

    private static String cronCommand() throws IOException {
        return cronLine().split("  mergewell  ", 2)[1];
    }

    private String here(String text) {
        return text.replace("/srv/mergewell", folder.toString()).replace("/etc/mergewell", folder.toString());
    }

    // ---- systemd ----

    @ParameterizedTest
    @ValueSource(strings = {"mergewell@.service", "mergewell@.timer"})
    void systemdTakesItsUnits(String unit) throws IOException, InterruptedException {
        assumeTrue(has("systemd-analyze"), "systemd-analyze is not installed");
        installed(0, 0);
        for (String each : List.of("mergewell@.service", "mergewell@.timer")) {
            Files.writeString(folder.resolve(each), here(Files.readString(EXAMPLES.resolve(each))));
        }
        ProcessBuilder verify = new ProcessBuilder(
                "systemd-analyze", "verify", "--man=no", folder.resolve(unit).toString());
        verify.environment().put("SYSTEMD_UNIT_PATH", folder + ":");
        Process process = verify.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("mergewell");
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @Test
    void systemdTriesAgainWhatIsTemporaryAndNothingElseOfOurs() throws IOException {
        Set<Integer> given = new TreeSet<>(codesOfSystemd("RestartPreventExitStatus"));
        given.addAll(codesOfSystemd("SuccessExitStatus"));

        assertThat(codesOfSystemd("SuccessExitStatus")).containsExactlyInAnyOrder(RunExit.PARTLY, RunExit.STOPPED);
        assertThat(published()).containsAll(given);
        assertThat(published()).filteredOn(code -> !given.contains(code)).containsExactly(RunExit.TEMPORARY);
    }

    private static List<Integer> codesOfSystemd(String setting) throws IOException {
        return Files.readAllLines(EXAMPLES.resolve("mergewell@.service")).stream()
                .filter(line -> line.startsWith(setting + "="))
                .flatMap(line -> Stream.of(line.substring(setting.length() + 1).split(" ")))
                .map(Integer::valueOf)
                .toList();
    }

    // ---- Kubernetes ----

    @Test
    void theCronJobSaysForEachExitCodeWhatToDoOnce() throws IOException {
        List<Integer> codes = new ArrayList<>();
        for (Object rule : list(at(cronJob(), "spec", "jobTemplate", "spec", "podFailurePolicy", "rules"))) {
            if (((Map<?, ?>) rule).containsKey("onExitCodes")) {
                List<Integer> values = list(at(rule, "onExitCodes", "values")).stream()
                        .map(Integer.class::cast)
                        .toList();
                assertThat(values).as("Kubernetes asks for ascending values").isSorted();
                assertThat(at(rule, "action")).isEqualTo(action(values));
                codes.addAll(values);
            }
        }

        assertThat(codes).containsExactlyInAnyOrderElementsOf(published());
    }

    private static String action(List<Integer> codes) {
        if (codes.equals(List.of(RunExit.STOPPED))) {
            return "Ignore";
        }
        return codes.equals(List.of(RunExit.TEMPORARY)) ? "Count" : "FailJob";
    }

    @Test
    void theCronJobAppliesOnlyAfterTheDryRunWithTheSameSurroundings() throws IOException {
        Object pod = at(cronJob(), "spec", "jobTemplate", "spec", "template", "spec");
        Map<?, ?> dryRun = (Map<?, ?>) list(at(pod, "initContainers")).get(0);
        Map<?, ?> apply = (Map<?, ?>) list(at(pod, "containers")).get(0);

        assertThat(at(pod, "restartPolicy")).isEqualTo("Never");
        assertThat(list(at(dryRun, "command"))).contains("dry-run");
        assertThat(list(at(apply, "command"))).contains("apply");
        assertThat(apply.keySet().stream().map(String::valueOf).toList())
                .containsExactlyElementsOf(
                        dryRun.keySet().stream().map(String::valueOf).toList());
        assertThat(List.of("image", "workingDir", "envFrom", "volumeMounts", "securityContext"))
                .allSatisfy(key -> assertThat((Object) apply.get(key)).isEqualTo(dryRun.get(key)));
    }

    @Test
    void theCronJobHasOnlyFieldsThatKubernetesKnows() throws IOException {
        assertThat(KubernetesFields.unknownIn(cronJob())).isEmpty();
    }

    private static Object cronJob() throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(EXAMPLES.resolve("cronjob.yml")));
        for (Object document : documents) {
            if ("CronJob".equals(at(document, "kind"))) {
                return document;
            }
        }
        throw new AssertionError("no CronJob");
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }

    private static Object at(Object value, String... path) {
        @Nullable Object found = value;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (found == null) {
            throw new AssertionError("nothing at " + String.join(".", path));
        }
        return found;
    }

    // ---- all of them ----

    @Test
    void nameNoExitCodeThatTheProgramDoesNotHave() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                Pattern.compile("\\b(6[4-9]|7[0-8]|14[0-9])\\b")
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> Integer.valueOf(found.group()))
                        .forEach(code ->
                                assertThat(published()).as(file.toString()).contains(code));
            }
        }
    }

    /** Every code a failed command can end with. */
    private static Set<Integer> published() {
        Set<Integer> codes = new TreeSet<>();
        for (Field field : RunExit.class.getDeclaredFields()) {
            if (field.getType() == int.class && Modifier.isStatic(field.getModifiers())) {
                codes.add(value(field));
            }
        }
        codes.add(ExitCode.USAGE);
        codes.remove(RunExit.DONE);
        return codes;
    }

    private static int value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
