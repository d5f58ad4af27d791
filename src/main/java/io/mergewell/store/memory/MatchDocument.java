package io.mergewell.store.memory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.match.TrainedModel;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What matching found, as JSON: the findings as a whole, and each group. */
final class MatchDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(PersonId.class, IdAsText.class)
            .build();

    private MatchDocument() {}

    /** A resolution without its groups. */
    record Findings(
            long pairsCompared,
            long pairsAboveReview,
            TrainedModel model,
            List<String> notes,
            List<String> details,
            SortedMap<String, Double> seconds) {

        static Findings of(Resolution resolution) {
            return new Findings(
                    resolution.pairsCompared(),
                    resolution.pairsAboveReview(),
                    resolution.model(),
                    resolution.notes(),
                    resolution.details(),
                    resolution.seconds());
        }

        Resolution with(List<Group> groups) {
            return new Resolution(groups, pairsCompared, pairsAboveReview, model, notes, details, seconds);
        }
    }

    static String write(Object document) {
        return JSON.writeValueAsString(document);
    }

    static Findings findings(String json) {
        return read(json, Findings.class);
    }

    static Group group(String json) {
        return read(json, Group.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            // Its message quotes the text, so it is left out.
            throw new IllegalStateException("What matching found cannot be read back from the store.");
        }
    }

    /** Ids are plain text. */
    private abstract static class IdAsText {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        IdAsText(String unusedName) {}

        @JsonValue
        abstract String value();
    }
}
