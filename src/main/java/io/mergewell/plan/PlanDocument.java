package io.mergewell.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.mergewell.person.PersonId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as JSON, without loss: what a store keeps and gives back. Same plan, same text. */
public final class PlanDocument {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(PersonId.class, IdAsText.class)
            .addMixIn(PlannedGroup.class, RecordComponentsOnly.class)
            .addMixIn(Doubt.class, DoubtByName.class)
            .build();

    private PlanDocument() {}

    /** A whole plan in one line. */
    public static String toJson(Plan plan) {
        return JSON.writeValueAsString(plan);
    }

    /** One group in one line, for stores that keep a row per group. */
    public static String toJson(PlannedGroup group) {
        return JSON.writeValueAsString(group);
    }

    /**
     * The plan that was written.
     *
     * @throws IllegalArgumentException if the text is not such a plan
     */
    public static Plan planFromJson(String json) {
        return read(json, Plan.class);
    }

    /**
     * The group that was written.
     *
     * @throws IllegalArgumentException if the text is not such a group
     */
    public static PlannedGroup groupFromJson(String json) {
        return read(json, PlannedGroup.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            // Its message quotes the text, which is personal data, so it is left out.
            throw new IllegalArgumentException("The stored " + type.getSimpleName() + " is damaged and was not used. "
                    + "Run the dry run again to make a new plan.");
        }
    }

    /** Ids are plain text, also as keys. */
    private abstract static class IdAsText {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        IdAsText(String unusedName) {}

        @JsonValue
        abstract String value();
    }

    @JsonIgnoreProperties({"emptyShell", "band"})
    private interface RecordComponentsOnly {

        /** Plans of earlier versions do not have it. */
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Doubt> doubts();
    }

    /** The names stand in stored plans: they stay as they are. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "why")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Doubt.NotCompared.class, name = "not-compared"),
        @JsonSubTypes.Type(value = Doubt.BelowAuto.class, name = "below-auto"),
        @JsonSubTypes.Type(value = Doubt.NothingIsSure.class, name = "nothing-is-sure"),
        @JsonSubTypes.Type(value = Doubt.Cautioned.class, name = "cautioned"),
        @JsonSubTypes.Type(value = Doubt.Warned.class, name = "warned"),
        @JsonSubTypes.Type(value = Doubt.ValuesMissed.class, name = "values-missed"),
        @JsonSubTypes.Type(value = Doubt.SubscriptionLost.class, name = "subscription-lost"),
        @JsonSubTypes.Type(value = Doubt.TooManyChanges.class, name = "too-many-changes"),
        @JsonSubTypes.Type(value = Doubt.EmptyRecord.class, name = "empty-record"),
    })
    private interface DoubtByName {}
}
