package io.mergewell.cli.evaluate;

import io.mergewell.cli.evaluate.Evaluation.AtThreshold;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation for programs: the published form of {@code evaluate --json}. */
public final class EvaluationJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> STAGES =
            List.of("read", "normalise", "block", "train", "score", "cluster", "total");

    private EvaluationJson() {}

    /**
     * One line of JSON.
     *
     * @param more adds what else was asked for
     */
    public static String of(Evaluation evaluation, Consumer<ObjectNode> more) {
        ObjectNode json = JSON.createObjectNode()
                .put("records", evaluation.records())
                .put("truePairs", evaluation.truePairs())
                .put("candidatePairs", evaluation.candidatePairs())
                .put("blockingRecall", evaluation.blockingRecall());
        ObjectNode pairs = json.putObject("pairs");
        pairs.set("atReview", threshold(evaluation.atReview()));
        pairs.set("atAuto", threshold(evaluation.atAuto()));
        pairs.set("best", threshold(evaluation.best()));
        quality(json.putObject("clusters"), evaluation.clusters()).put("largest", evaluation.largest());
        PairCounts auto = evaluation.auto();
        if (auto == null) {
            json.putNull("auto");
        } else {
            json.putObject("auto").put("pairs", auto.claimed()).put("precision", auto.precision());
        }
        ObjectNode seconds = json.putObject("seconds");
        STAGES.forEach(stage -> seconds.put(stage, evaluation.seconds().getOrDefault(stage, 0.0)));
        more.accept(json);
        return JSON.writeValueAsString(json);
    }

    private static @Nullable ObjectNode threshold(@Nullable AtThreshold at) {
        return at == null ? null : quality(JSON.createObjectNode().put("threshold", at.threshold()), at.pairs());
    }

    private static ObjectNode quality(ObjectNode json, PairCounts pairs) {
        return json.put("precision", pairs.precision())
                .put("recall", pairs.recall())
                .put("f1", pairs.f1());
    }
}
