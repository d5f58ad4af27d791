package io.mergewell.cli.compare;

import io.mergewell.cli.evaluate.decided.DecidedEvaluation;
import io.mergewell.cli.evaluate.decided.DecidedJson;
import io.mergewell.match.Thresholds;
import io.mergewell.plan.Band;
import io.mergewell.review.PairChange.Kind;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A comparison of two plans for programs: {@code compare --json}. */
public final class ComparisonJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ComparisonJson() {}

    /** One line of JSON; of persons it holds nothing. */
    public static String of(PlanComparison comparison, Tried first, Tried second, Path file) {
        ObjectNode json =
                JSON.createObjectNode().put("persons", first.plan().evidence().records());
        plan(first, json.putObject("before"));
        plan(second, json.putObject("after"));
        json.putObject("changes")
                .put("gained", comparison.count(Kind.GAINED))
                .put("lost", comparison.count(Kind.LOST))
                .put("toAuto", comparison.movedTo(Band.AUTO))
                .put("toReview", comparison.movedTo(Band.REVIEW))
                .put("action", comparison.count(Kind.ACTION))
                .put("survivor", comparison.count(Kind.SURVIVOR));
        json.put("file", file.toString());
        return JSON.writeValueAsString(json);
    }

    private static void plan(Tried tried, ObjectNode json) {
        PlanSketch plan = tried.plan();
        Thresholds thresholds = plan.evidence().thresholds();
        json.put("job", tried.file().toString());
        ObjectNode used = json.putObject("thresholds").put("review", thresholds.review());
        if (thresholds.auto() > 1) {
            used.putNull("auto");
        } else {
            used.put("auto", thresholds.auto());
        }
        json.put("groups", plan.groups().size())
                .put("pairs", plan.pairs())
                .put("auto", plan.pairs(Band.AUTO))
                .put("review", plan.pairs(Band.REVIEW))
                .put("empty", plan.empty());
        DecidedEvaluation decided = tried.decided();
        if (decided == null) {
            json.putNull("decisions");
        } else {
            DecidedJson.counts(decided, json.putObject("decisions"));
        }
    }
}
