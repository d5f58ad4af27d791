package io.mergewell.review.summary;

import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.files.ReviewException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code summary.json}. */
public final class SummaryFile {

    public static final String NAME = "summary.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SummaryFile() {}

    /**
     * Writes {@code summary.json}.
     *
     * @param runFolder made if it does not exist
     * @throws ReviewException if it cannot be written; it is never half-written
     */
    public static Artefact write(Path runFolder, Summary summary) {
        byte[] json = (toJson(summary) + "\n").getBytes(StandardCharsets.UTF_8);
        return AtomicFile.write(runFolder.resolve(NAME), out -> out.write(json));
    }

    /** The same as text, for a command that prints it. */
    public static String toJson(Summary summary) {
        ObjectNode json = JSON.createObjectNode()
                .put("schemaVersion", Summary.SCHEMA_VERSION)
                .put("job", summary.job())
                .put("runId", summary.runId())
                .put("command", summary.command())
                .put("status", summary.status())
                .put("exitCode", summary.exitCode())
                .put("startedAt", summary.startedAt().toString())
                .put("endedAt", summary.endedAt().toString());
        json.set("counts", JSON.valueToTree(summary.counts()));
        json.set("api", JSON.valueToTree(summary.api()));
        json.set("plan", JSON.valueToTree(summary.plan()));
        ArrayNode artefacts = json.putArray("artefacts");
        for (Artefact artefact : summary.artefacts()) {
            artefacts.addObject().put("path", artefact.path().toString()).put("sha256", artefact.sha256());
        }
        json.put("nextStep", summary.nextStep());
        json.set("notes", JSON.valueToTree(summary.notes()));
        json.set("details", JSON.valueToTree(summary.details()));
        if (summary.quality() != null) {
            json.set("quality", JSON.valueToTree(summary.quality()));
        }
        json.put("resumes", summary.resumes());
        return JSON.writeValueAsString(json);
    }
}
