package io.mergewell.cli.benchmark;

import io.mergewell.cli.benchmark.BenchmarkResult.Auto;
import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.sandbox.population.PopulationSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published form of what {@code benchmark} prints: one line of JSON. */
public final class BenchmarkJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> STAGES =
            List.of("read", "normalise", "block", "score", "train", "cluster", "total");
    private static final long MIB = 1024 * 1024;

    private BenchmarkJson() {}

    /**
     * The line, without its end.
     *
     * @param population what was matched
     * @param generating seconds it took to make and write the list, which are not in the total
     */
    public static String of(PopulationSettings population, double generating, BenchmarkResult result) {
        ObjectNode json =
                JSON.createObjectNode().put("persons", result.persons()).put("seed", population.seed());
        ObjectNode seconds = json.putObject("seconds").put("generate", rounded(generating));
        STAGES.forEach(stage -> seconds.put(stage, rounded(result.seconds().getOrDefault(stage, 0.0))));
        Effort effort = result.effort();
        json.put("cpuSeconds", rounded(effort.cpuSeconds()))
                .put("pairsCompared", result.pairsCompared())
                .put("pairsPerSecond", Math.round(result.pairsCompared() / effort.seconds()))
                .put("groups", result.groups());
        quality(json.putObject("clusters"), result.clusters());
        Auto auto = result.auto();
        if (auto != null) {
            json.putObject("auto")
                    .put("pairs", auto.pairs().claimed())
                    .put("precision", auto.pairs().precision())
                    .put("share", auto.share());
        }
        memory(json, effort);
        json.put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", System.getProperty("java.version"));
        return JSON.writeValueAsString(json);
    }

    private static void quality(ObjectNode json, PairCounts pairs) {
        json.put("precision", pairs.precision()).put("recall", pairs.recall()).put("f1", pairs.f1());
    }

    private static void memory(ObjectNode json, Effort effort) {
        json.put("peakHeapMiB", effort.peakHeapBytes() / MIB)
                .put("maxHeapMiB", Runtime.getRuntime().maxMemory() / MIB);
        OptionalLong resident = effort.peakResidentBytes();
        if (resident.isPresent()) {
            json.put("maxRssMiB", resident.getAsLong() / MIB);
        }
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }
}
