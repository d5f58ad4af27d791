package io.mergewell.review;

import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.files.ReviewException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code model.json}: what matching learned in a run, to be read, and to be pinned by a job. */
public final class ModelFile {

    public static final String NAME = "model.json";

    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ModelFile() {}

    private record Content(
            int schemaVersion, double priorBits, Thresholds thresholds, List<TrainedModel.Field> fields) {}

    /**
     * Writes {@code model.json}.
     *
     * @throws ReviewException if it cannot be written; it is never half-written
     */
    public static Artefact write(Path runFolder, TrainedModel model) {
        Content content = new Content(SCHEMA_VERSION, model.priorBits(), model.thresholds(), model.fields());
        byte[] json = (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
        return AtomicFile.write(runFolder.resolve(NAME), out -> out.write(json));
    }

    /**
     * Reads one.
     *
     * @throws IOException with a sentence about what is wrong, if it cannot be read or is no such file
     */
    public static TrainedModel read(Path file) throws IOException {
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException e) {
            throw new IOException("it cannot be read", e);
        }
        try {
            Content content = JSON.readValue(json, Content.class);
            if (content.schemaVersion() != SCHEMA_VERSION) {
                throw new IOException("it is of version " + content.schemaVersion()
                        + ", and this program knows version " + SCHEMA_VERSION);
            }
            return new TrainedModel(content.priorBits(), content.thresholds(), content.fields());
        } catch (JacksonException e) {
            throw new IOException("it is no model.json that a run has written", e);
        }
    }
}
