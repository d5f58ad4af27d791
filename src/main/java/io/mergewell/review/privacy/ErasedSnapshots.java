package io.mergewell.review.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots without somebody's records. */
final class ErasedSnapshots {

    /** In the place of {@code record}, with the value true. */
    private static final String ERASED = "erased";

    private static final JsonMapper JSON = new JsonMapper();

    private ErasedSnapshots() {}

    /** Empty if a whole line cannot be read. A last line without its end was never finished, and is left out. */
    static Optional<byte[]> of(byte[] content, Forgotten forgotten) {
        String text = new String(content, StandardCharsets.UTF_8);
        StringBuilder erased = new StringBuilder(text.length());
        int from = 0;
        try {
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                erased.append(line(text.substring(from, end), forgotten)).append('\n');
                from = end + 1;
            }
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
        return Optional.of(erased.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String line, Forgotten forgotten) {
        JsonNode json = JSON.readTree(line);
        if (!(json instanceof ObjectNode snapshot)
                || !forgotten.contains(json.path("personId").asString())
                || !json.has("record")) {
            return line;
        }
        snapshot.remove("record");
        snapshot.put(ERASED, true);
        return JSON.writeValueAsString(snapshot);
    }
}
