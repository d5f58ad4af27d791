package io.mergewell.cli.evaluate.ablation;

import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.match.Part;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An ablation for programs. */
public final class AblationJson {

    private AblationJson() {}

    /** Writes it into an array, one object for each run. */
    public static void write(List<AblationRow> rows, ArrayNode json) {
        rows.forEach(row -> write(row, json.addObject()));
    }

    private static void write(AblationRow row, ObjectNode json) {
        ArrayNode without = json.putArray("without");
        row.without().stream().sorted().map(AblationJson::key).forEach(without::add);
        json.put("candidatePairs", row.evaluation().candidatePairs());
        PairCounts clusters = row.evaluation().clusters();
        json.putObject("clusters")
                .put("precision", clusters.precision())
                .put("recall", clusters.recall())
                .put("f1", clusters.f1());
        PairCounts auto = row.evaluation().auto();
        if (auto == null) {
            json.putNull("auto");
        } else {
            json.putObject("auto").put("pairs", auto.claimed()).put("precision", auto.precision());
        }
        json.put("seconds", row.evaluation().seconds().getOrDefault("total", 0.0));
    }

    /** Such as {@code second-round}. */
    private static String key(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
