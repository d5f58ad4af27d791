package io.mergewell.cli.explain;

import io.mergewell.cluster.Matching.Neighbour;
import io.mergewell.person.PersonId;
import io.mergewell.review.words.Counted;
import io.mergewell.review.words.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** With whom one person was compared: ids and no other value of a person. */
final class NearestText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Less than this is written as nothing. */
    private static final double SEEN = 0.0001;

    private NearestText() {}

    /** The lines to print. */
    static List<String> of(PersonId person, List<Neighbour> nearest) {
        if (nearest.isEmpty()) {
            return List.of("Person " + person + " was compared with nobody: it shares no value with anybody else that"
                    + " would have made a run compare them.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Person " + person + ", and who is most like it (of those that share a value with it; "
                + Counted.of(nearest.stream().filter(Neighbour::together).count(), "of them", "of them")
                + " in its group):");
        List<Neighbour> like = nearest.stream().filter(NearestText::isLikeAtAll).toList();
        like.forEach(neighbour -> lines.add(line(neighbour)));
        if (like.size() < nearest.size()) {
            lines.add(
                    like.isEmpty()
                            ? "  Nobody is like it: all of them have less than 0.0001."
                            : "  The others are hardly like it: less than 0.0001.");
        }
        return lines;
    }

    /** Who is in its group, or kept apart from it, is told whatever the probability. */
    private static boolean isLikeAtAll(Neighbour neighbour) {
        return neighbour.together() || neighbour.keptApart() != null || neighbour.probability() >= SEEN;
    }

    /** One JSON document. */
    static String json(PersonId person, List<Neighbour> nearest) {
        ObjectNode json = JSON.createObjectNode().put("person", person.value());
        ArrayNode neighbours = json.putArray("nearest");
        for (Neighbour neighbour : nearest) {
            neighbours
                    .addObject()
                    .put("person", neighbour.person().value())
                    .put("probability", neighbour.probability())
                    .put("together", neighbour.together())
                    .put("keptApart", neighbour.keptApart());
        }
        return JSON.writeValueAsString(json);
    }

    private static String line(Neighbour neighbour) {
        String conclusion = neighbour.together()
                ? "in one group"
                : neighbour.keptApart() == null ? "" : "kept apart: " + neighbour.keptApart();
        return String.format(
                        Locale.ROOT,
                        "  %s  %s  %s",
                        Scores.text(neighbour.probability()),
                        neighbour.person(),
                        conclusion)
                .stripTrailing();
    }
}
