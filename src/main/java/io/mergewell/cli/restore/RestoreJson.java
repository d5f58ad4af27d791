package io.mergewell.cli.restore;

import io.mergewell.apply.restore.Prospect;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can come back of an apply run, for a program: ids, names of fields and counts, no value of a person. */
final class RestoreJson {

    /** Grows when a key changes its meaning or goes. */
    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RestoreJson() {}

    /**
     * One JSON document.
     *
     * @param next the command to type now
     */
    static String of(Prospect prospect, String run, String next) {
        ObjectNode json = JSON.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("run", run)
                .put("merges", prospect.merges())
                .put("deletions", prospect.deletions())
                .put("restoredBefore", prospect.done())
                .put("automatic", prospect.automatic())
                .put("sameIds", prospect.sameIds());
        ArrayNode people = json.putArray("people");
        for (Prospect.Lost lost : prospect.people()) {
            people.addObject()
                    .put("person", lost.person().value())
                    .put(
                            "survivor",
                            lost.survivor() == null ? null : lost.survivor().value())
                    .put("stays", lost.stays());
        }
        survivors(prospect.survivors(), json.putArray("survivors"));
        json.put("next", next);
        return JSON.writeValueAsString(json);
    }

    private static void survivors(List<Prospect.Survivor> survivors, ArrayNode json) {
        for (Prospect.Survivor survivor : survivors) {
            ObjectNode one =
                    json.addObject().put("person", survivor.person().value()).put("present", survivor.present());
            names(survivor.fields(), one.putArray("fields"));
            names(survivor.kept(), one.putArray("kept"));
            names(survivor.byHand(), one.putArray("byHand"));
        }
    }

    private static void names(Collection<String> names, ArrayNode json) {
        names.forEach(json::add);
    }
}
