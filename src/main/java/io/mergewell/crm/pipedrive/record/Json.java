package io.mergewell.crm.pipedrive.record;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON without loss: long decimals keep every digit. */
public final class Json {

    /** Keeps decimals as they came, and writes the keys of objects in order. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private Json() {}

    /**
     * The value as text: strings and numbers as they are, lists and objects as compact JSON with sorted keys; empty
     * where there is nothing in it.
     */
    public static String text(JsonNode value) {
        if (holdsNothing(value)) {
            return "";
        }
        // A database's text column cannot hold U+0000, and no person's value means it.
        return (value.isContainer() ? MAPPER.writeValueAsString(value) : value.asString()).replace("\u0000", "");
    }

    private static boolean holdsNothing(JsonNode value) {
        if (value.isContainer()) {
            return value.valueStream().allMatch(Json::holdsNothing);
        }
        return value.isNull() || value.isMissingNode() || value.asString().isBlank();
    }
}
