package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.evaluate.decided.DecidedEvaluation.Contradicted;
import io.mergewell.plan.Decision;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an evaluation on decided pairs says beside its numbers, for programs: the key {@code decisions}. */
public final class DecidedJson {

    private DecidedJson() {}

    /** Fills an object. */
    public static void write(DecidedEvaluation evaluation, ObjectNode json) {
        counts(evaluation, json);
        ArrayNode contradicted = json.putArray("contradicted");
        evaluation.contradicted().forEach(one -> write(one, contradicted.addObject()));
    }

    /** Fills an object with numbers alone. */
    public static void counts(DecidedEvaluation evaluation, ObjectNode json) {
        Cases cases = evaluation.cases();
        json.put("replayed", cases.all().size())
                .put("approved", cases.count(Decision.APPROVE))
                .put("rejected", cases.count(Decision.REJECT))
                .put("notDuplicate", cases.count(Decision.NOT_DUPLICATE))
                .put("onHold", cases.held())
                .put("lost", cases.lost())
                .put("right", evaluation.right())
                .put("approvedApart", evaluation.missed())
                .put("toldApartTogether", evaluation.falselyTogether());
    }

    private static void write(Contradicted one, ObjectNode json) {
        json.put("survivor", String.valueOf(one.decision().survivor()))
                .put("duplicate", one.decision().duplicate().value())
                .put("decision", one.decision().decision().name())
                .put("score", one.score())
                .put("auto", one.auto())
                .put("reasons", one.why());
    }
}
