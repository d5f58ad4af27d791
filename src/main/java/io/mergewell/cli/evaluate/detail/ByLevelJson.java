package io.mergewell.cli.evaluate.detail;

import io.mergewell.cli.evaluate.detail.ComparisonUse.LevelUse;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Seen;
import io.mergewell.cli.evaluate.detail.ComparisonUse.Weight;
import io.mergewell.cli.evaluate.detail.Fates.Fate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The close look for programs. */
public final class ByLevelJson {

    private ByLevelJson() {}

    /** Writes it into an object. */
    public static void write(ByLevel byLevel, ObjectNode json) {
        ObjectNode fates = json.putObject("truePairs");
        write(byLevel.fates().neverCompared(), fates.putObject("neverCompared"));
        write(byLevel.fates().belowReview(), fates.putObject("belowReview"));
        ObjectNode keptApart =
                write(byLevel.fates().atReview(), fates.putObject("atReview")).putObject("keptApart");
        byLevel.fates().keptApart().forEach(keptApart::put);
        ArrayNode comparisons = json.putArray("comparisons");
        byLevel.comparisons().forEach(comparison -> write(comparison, comparisons.addObject()));
        ArrayNode families = json.putArray("families");
        byLevel.families().forEach(family -> families.addObject()
                .put("name", family.name())
                .put("pairs", family.pairs())
                .put("truePairs", family.truePairs())
                .put("onlyHere", family.onlyHere())
                .put("blocksSkipped", family.blocksSkipped()));
    }

    private static ObjectNode write(Fate fate, ObjectNode json) {
        return json.put("pairs", fate.pairs()).put("together", fate.together()).put("apart", fate.apart());
    }

    private static void write(ComparisonUse comparison, ObjectNode json) {
        json.put("field", comparison.field());
        write(comparison.nothing(), json.putObject("nothingToCompare"));
        ArrayNode levels = json.putArray("levels");
        comparison.levels().forEach(level -> write(level, levels.addObject()));
    }

    private static void write(LevelUse level, ObjectNode json) {
        json.put("label", level.label());
        write(level.seen(), json);
        write(level.model(), json.putObject("model"));
        Weight labels = level.labels();
        if (labels == null) {
            json.putNull("labels");
        } else {
            write(labels, json.putObject("labels"));
        }
    }

    private static void write(Seen seen, ObjectNode json) {
        json.put("pairs", seen.pairs()).put("truePairs", seen.truePairs());
    }

    private static void write(Weight weight, ObjectNode json) {
        json.put("m", weight.matches()).put("u", weight.different()).put("bits", weight.bits());
    }
}
