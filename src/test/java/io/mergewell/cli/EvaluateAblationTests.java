package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.match.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateAblationTests {

    @TempDir
    private Path folder;

    private Typed typed;
    private String job;

    @BeforeEach
    void inventPersons() {
        typed = new Typed(folder);
        String file = folder.resolve("invented.csv").toString();
        typed.run("benchmark", "--persons", "150", "--seed", "5", "--generate-only", "--file", file);
        job = folder.resolve("invented.yml").toString();
    }

    @Test
    void printsALineForMatchingAsItIsAndForEachPartLeftOut() {
        int code = typed.run("evaluate", job, "--truth", "truth", "--ablation");

        assertThat(code).isEqualTo(ExitCode.DONE);
        List<String> table = typed.out()
                .lines()
                .dropWhile(line -> !line.startsWith("What each part earns"))
                .skip(2)
                .toList();
        assertThat(table).hasSize(1 + Part.values().length + 1);
        assertThat(table.get(0))
                .matches("as it is +0\\.[0-9]{4} +[01]\\.[0-9]{4} +0\\.[0-9]{4} +[0-9]+ +[-0-9.]+ +[0-9,]+ +[0-9.]+");
        for (Part part : Part.values()) {
            assertThat(table.get(1 + part.ordinal())).startsWith(part.without()).hasSizeLessThanOrEqualTo(100);
        }
        assertThat(typed.err()).contains("Matching: no nicknames ...");
    }

    @Test
    void saysTheSameInJson() {
        typed.run("evaluate", job, "--truth", "truth", "--ablation", "--json");

        JsonNode json = JsonMapper.shared().readTree(typed.out());
        JsonNode runs = json.get("ablation");
        List<String> names = new ArrayList<>();
        runs.forEach(run -> names.add(run.get("without").toString()));
        assertThat(names)
                .hasSize(1 + Part.values().length)
                .startsWith("[]", "[\"rescue\"]", "[\"conjunctions\"]")
                .contains("[\"second-round\"]");
        assertThat(runs.at("/0/candidatePairs")).isEqualTo(json.get("candidatePairs"));
        assertThat(runs.at("/0/clusters/f1")).isEqualTo(json.at("/clusters/f1"));
        assertThat(runs.at("/0/auto")).isEqualTo(json.get("auto"));
        assertThat(runs.at("/2/candidatePairs").longValue())
                .as("fewer keys, fewer pairs")
                .isLessThan(json.get("candidatePairs").longValue());
    }
}
