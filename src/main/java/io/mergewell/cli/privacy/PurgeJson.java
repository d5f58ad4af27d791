package io.mergewell.cli.privacy;

import io.mergewell.job.privacy.Purged;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a purge took away or would, for a program: paths and counts, no value of a person. */
final class PurgeJson {

    /** Grows when a key changes its meaning or goes. */
    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PurgeJson() {}

    /**
     * One JSON document.
     *
     * @param next the command to type now
     */
    static String of(Purged purged, String next) {
        ObjectNode json =
                JSON.createObjectNode().put("schemaVersion", SCHEMA_VERSION).put("done", purged.done());
        ArrayNode files = json.putArray("files");
        purged.files()
                .forEach(file ->
                        files.addObject().put("path", file.path().toString()).put("bytes", file.bytes()));
        json.putObject("store")
                .put("plans", purged.store().plans())
                .put("groups", purged.store().groups())
                .put("notes", purged.store().notes())
                .put("mirroredPersons", purged.store().persons())
                .put("mirror", purged.store().mirror());
        ArrayNode kept = json.putArray("kept");
        purged.kept().forEach(kept::add);
        ArrayNode foreign = json.putArray("foreign");
        purged.foreign().forEach(file -> foreign.add(file.toString()));
        return JSON.writeValueAsString(json.put("next", next));
    }
}
