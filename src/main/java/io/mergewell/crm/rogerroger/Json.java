package io.mergewell.crm.rogerroger;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.http.ReadAnswers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON without loss: long decimals keep every digit. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private Json() {}

    /** The object in an answer of status 200. */
    static JsonNode object(String peer, Answer answer) throws PassingTrouble {
        JsonNode object = new ReadAnswers(peer).tree(MAPPER, answer);
        if (!object.isObject()) {
            throw broken(peer, "sent JSON that is no object");
        }
        return object;
    }

    /** The value as text: strings and numbers as they are, lists and objects as compact JSON; null where there is none. */
    static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode() || (value.isContainer() && value.isEmpty())) {
            return null;
        }
        // A database's text column cannot hold U+0000, and no person's value means it.
        String text = (value.isContainer() ? MAPPER.writeValueAsString(value) : value.asString()).replace("\u0000", "");
        return text.isBlank() ? null : text;
    }

    static CrmException.BrokenContract broken(String peer, String what) {
        return new ReadAnswers(peer).broken(what);
    }
}
