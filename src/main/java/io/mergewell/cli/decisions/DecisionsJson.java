package io.mergewell.cli.decisions;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was written or remembered, for a program. */
final class DecisionsJson {

    /** Grows when a key changes its meaning or goes. */
    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private DecisionsJson() {}

    /**
     * One JSON document.
     *
     * @param direction {@code export} or {@code import}
     * @param file that was written or read
     * @param count of decisions
     * @param notes sentences on what of it is not remembered
     * @param next the command to type now
     */
    static String of(String direction, Path file, int count, List<String> notes, String next) {
        ObjectNode json = JSON.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("direction", direction)
                .put("file", file.toString())
                .put("decisions", count);
        ArrayNode sentences = json.putArray("notes");
        notes.forEach(sentences::add);
        return JSON.writeValueAsString(json.put("next", next));
    }
}
