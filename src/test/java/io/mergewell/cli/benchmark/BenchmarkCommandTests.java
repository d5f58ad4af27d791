package io.mergewell.cli.benchmark;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BenchmarkCommandTests {

    @TempDir
    private Path folder;

    private Path list;
    private Typed typed;

    @BeforeEach
    void sitDown() {
        list = folder.resolve("persons.csv");
        typed = new Typed(folder);
    }

    @Test
    void printsThePublishedJson() {
        int code = typed.run("benchmark", "--persons", "600");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.out().lines()).hasSize(1);
        JsonNode json = JsonMapper.shared().readTree(typed.out());
        assertThat(json.propertyNames())
                .contains(
                        "persons",
                        "seed",
                        "seconds",
                        "cpuSeconds",
                        "pairsCompared",
                        "pairsPerSecond",
                        "groups",
                        "clusters",
                        "auto",
                        "peakHeapMiB",
                        "maxHeapMiB",
                        "processors",
                        "java");
        assertThat(json.at("/persons").intValue()).isEqualTo(600);
        assertThat(json.at("/seconds").propertyNames())
                .containsExactly("generate", "read", "normalise", "block", "score", "train", "cluster", "total");
        assertThat(json.at("/clusters").propertyNames()).containsExactly("precision", "recall", "f1");
        assertThat(json.at("/clusters/f1").doubleValue()).isBetween(0.6, 1.0);
        assertThat(json.at("/auto").propertyNames()).containsExactly("pairs", "precision", "share");
        assertThat(json.at("/peakHeapMiB").longValue()).isPositive();
    }

    @Test
    void addsNoMoreThanTheTimeBetweenStagesToTheTotal() {
        typed.run("benchmark", "--persons", "600");

        JsonNode seconds = JsonMapper.shared().readTree(typed.out()).path("seconds");
        double stages = seconds.properties().stream()
                .filter(stage -> !stage.getKey().matches("generate|total"))
                .mapToDouble(stage -> stage.getValue().doubleValue())
                .sum();
        assertThat(seconds.path("total").doubleValue()).isGreaterThan(stages - 0.01);
    }

    @Test
    void saysHowFarItIsOnTheOtherStream() {
        typed.run("benchmark", "--persons", "300");

        assertThat(typed.err())
                .startsWith("Inventing 300 persons ...\nReading them ...\n")
                .endsWith("Judging the groups ...\n");
    }

    @Test
    void countsTheSameForTheSameSeedAndOtherwiseForAnother() {
        Typed again = new Typed(folder);
        Typed other = new Typed(folder);
        typed.run("benchmark", "--persons", "400", "--seed", "7");
        again.run("benchmark", "--persons", "400", "--seed", "7");
        other.run("benchmark", "--persons", "400", "--seed", "8");

        assertThat(counts(again)).isEqualTo(counts(typed)).isNotEqualTo(counts(other));
    }

    @Test
    void findsWhatEvaluateFindsOnTheListItKept() {
        typed.run("benchmark", "--persons", "500", "--file", list.toString());
        Typed evaluation = new Typed(folder);
        evaluation.run("evaluate", folder.resolve("persons.yml").toString(), "--truth", "truth", "--json");

        JsonNode measured = JsonMapper.shared().readTree(typed.out());
        JsonNode evaluated = JsonMapper.shared().readTree(evaluation.out());
        assertThat(evaluated.at("/records")).isEqualTo(measured.at("/persons"));
        assertThat(evaluated.at("/candidatePairs")).isEqualTo(measured.at("/pairsCompared"));
        assertThat(evaluated.at("/clusters/f1")).isEqualTo(measured.at("/clusters/f1"));
        assertThat(evaluated.at("/auto/pairs")).isEqualTo(measured.at("/auto/pairs"));
        assertThat(evaluated.at("/auto/precision")).isEqualTo(measured.at("/auto/precision"));
    }

    @Test
    void onlyWritesTheListIfThatIsWanted() throws IOException {
        int code = typed.run("benchmark", "--persons", "50", "--file", list.toString(), "--generate-only");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(list)).hasSize(51);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .endsWith("\nNext: ./run.sh evaluate " + folder.resolve("persons.yml") + " --truth truth\n");
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws IOException {
        Path job = Files.writeString(folder.resolve("persons.yml"), "mine");

        int code = typed.run("benchmark", "--persons", "50", "--file", list.toString());

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith(job + " is there already").endsWith("\nNext: ./run.sh benchmark --help\n");
        assertThat(job).hasContent("mine");
        assertThat(list).doesNotExist();
    }

    @Test
    void refusesToInventNobody() {
        assertThat(typed.run("benchmark", "--persons", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith("--persons 0 ");
    }

    @Test
    void refusesToMakeAListThatNobodyKeeps() {
        assertThat(typed.run("benchmark", "--persons", "10", "--generate-only")).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("--file FILE");
    }

    @Test
    void says74ForAPlaceThatCannotBeWrittenTo() {
        Path nowhere = folder.resolve("no such folder/persons.csv");

        assertThat(typed.run("benchmark", "--persons", "10", "--file", nowhere.toString()))
                .isEqualTo(RunExit.CANNOT_WRITE);
        assertThat(typed.err()).contains("\nThe invented persons could not be written to " + nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a list.csv"})
    void refusesANameThatNoJobCanHave(String name) {
        String file = folder.resolve(name).toString();

        assertThat(typed.run("benchmark", "--persons", "10", "--file", file)).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith("--file " + file + " is a folder, or");
    }

    @Test
    void matchesOnePersonAlone() {
        assertThat(typed.run("benchmark", "--persons", "1")).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("\"persons\":1,").contains("\"groups\":0,");
    }

    /** All that does not depend on the machine. */
    private static ObjectNode counts(Typed typed) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(typed.out());
        return json.retain("persons", "pairsCompared", "groups", "clusters", "auto");
    }
}
