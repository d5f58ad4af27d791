package io.mergewell.job.privacy;

import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.summary.SummaryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run's {@code summary.json} says of its files. */
final class Digests {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Digests() {}

    /**
     * Lets the summary tell files as they are about to be. Before they are: a kill in between is made good when they are
     * written after all. Of a file that somebody else changed before, it stays as it is.
     *
     * @param contents by name
     */
    static void update(Path folder, Map<String, byte[]> contents) throws IOException {
        Path file = folder.resolve(SummaryFile.NAME);
        if (contents.isEmpty() || !RunFolders.isFile(file)) {
            return;
        }
        try {
            JsonNode summary = JSON.readTree(Files.readString(file));
            boolean changed = false;
            for (JsonNode artefact : summary.path("artefacts")) {
                changed |= artefact instanceof ObjectNode one && update(one, folder, contents);
            }
            if (changed) {
                byte[] json = (JSON.writeValueAsString(summary) + "\n").getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(file, out -> out.write(json));
            }
        } catch (JacksonException notOurs) {
            // Then it says nothing of these files either.
        }
    }

    private static boolean update(ObjectNode artefact, Path folder, Map<String, byte[]> contents) throws IOException {
        String name = Path.of(artefact.path("path").asString()).getFileName().toString();
        byte[] content = contents.get(name);
        if (content == null) {
            return false;
        }
        String present = DigestUtils.sha256Hex(Files.readAllBytes(folder.resolve(name)));
        boolean isAsWritten = artefact.path("sha256").asString().equals(present);
        if (isAsWritten) {
            artefact.put("sha256", DigestUtils.sha256Hex(content));
        }
        return isAsWritten;
    }
}
