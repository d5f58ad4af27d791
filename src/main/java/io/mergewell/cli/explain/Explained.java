package io.mergewell.cli.explain;

import io.mergewell.cli.screen.Ages;
import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Matching;
import io.mergewell.match.Evidence;
import io.mergewell.match.Thresholds;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.PairDecision;
import io.mergewell.review.words.BandReasons;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is known of two persons together: ids and no other value of a person.
 *
 * @param proposedBy blocking keys that brought them together
 * @param decision what people decided on them; null if nothing
 * @param place where they are in the newest plan; null if there is none
 * @param vocabulary names of fields, for a reader; a program gets them as the job file names them
 */
record Explained(
        Explanation explanation,
        List<String> proposedBy,
        Matching matching,
        @Nullable PairDecision decision,
        @Nullable PlanPlace place,
        Vocabulary vocabulary) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** For a reader. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(
                ExplanationText.of(explanation, matching.resolution().groups()));
        if (!proposedBy.isEmpty()) {
            lines.add("Compared because they share: " + String.join("; ", proposedBy) + ".");
        }
        if (decision != null) {
            lines.add((decision.reviewer().isEmpty() ? "People" : decision.reviewer()) + " decided "
                    + decision.decision() + " at " + Ages.time(decision.decidedAt()) + " (UTC).");
        }
        if (place != null) {
            lines.addAll(place.lines());
        }
        lines.addAll(WhatWouldChange.of(explanation, thresholds(), decision));
        lines.replaceAll(vocabulary::mentioned);
        return lines;
    }

    /** For a program. */
    String json() {
        ObjectNode json = JSON.createObjectNode();
        json.putArray("persons")
                .add(explanation.persons().first().value())
                .add(explanation.persons().second().value());
        json.put("probability", explanation.probability())
                .put("bits", explanation.bits())
                .put("priorBits", explanation.priorBits());
        ArrayNode evidence = json.putArray("evidence");
        for (Evidence one : explanation.evidence()) {
            evidence.addObject()
                    .put("field", one.field())
                    .put("level", one.level())
                    .put("bits", one.bits());
        }
        json.put("corroborated", explanation.corroborated())
                .put("keptApart", explanation.keptApart())
                .put("together", explanation.together());
        ArrayNode keys = json.putArray("proposedBy");
        proposedBy.forEach(keys::add);
        json.putObject("thresholds")
                .put("review", thresholds().review())
                .put("auto", thresholds().auto());
        json.put("decision", decision == null ? null : decision.decision().name());
        put(json.putObject("plan"));
        return JSON.writeValueAsString(json);
    }

    private void put(ObjectNode plan) {
        if (place != null) {
            plan.put("id", place.planId()).put("together", place.together());
            plan.put("group", place.ofOne() == null ? null : place.ofOne().id());
            plan.put(
                    "otherGroup",
                    place.ofOther() == null ? null : place.ofOther().id());
            plan.put("band", place.ofOne() == null ? null : place.ofOne().band().name());
            ArrayNode because = plan.putArray("because");
            if (place.ofOne() != null) {
                BandReasons.withoutValues(place.ofOne()).forEach(because::add);
            }
        }
    }

    private Thresholds thresholds() {
        return matching.model().thresholds();
    }
}
