package io.mergewell.crm.wethod;

import io.mergewell.crm.http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Wethod's error body says, {@code {"key", "message", "failures": [{"field", "message"}]}}, as far as it can hold
 * nobody's data: names of keys and fields, and a message only if it is a short plain sentence without digits, signs such
 * as {@code @} or quotes, and without a capital letter behind its first, with which a name would begin.
 */
final class Complaint {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEY = Pattern.compile("[a-z][a-z_]{1,40}");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z_.]{0,40}|Wethod-(Company|Version)");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z]?[a-z][a-z ,.()_-]{1,118}");
    private static final int MOST_FIELDS = 5;

    private Complaint() {}

    /** Such as {@code " It says: invalid_data (limit, offset)."}; empty where there is nothing fit to be shown. */
    static String in(Answer answer) {
        if (!answer.isJson()) {
            return "";
        }
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JacksonException unreadable) {
            return "";
        }
        List<String> words = new ArrayList<>();
        add(words, KEY, body.path("key"));
        add(words, SENTENCE, body.path("message"));
        List<String> fields = new ArrayList<>();
        body.path("failures").forEach(failure -> add(fields, FIELD, failure.path("field")));
        if (!fields.isEmpty()) {
            words.add("the trouble is with "
                    + String.join(
                            ", ", fields.stream().distinct().limit(MOST_FIELDS).toList()));
        }
        return words.isEmpty() ? "" : " It says: " + String.join("; ", words) + ".";
    }

    private static void add(List<String> words, Pattern allowed, JsonNode said) {
        String text = said.isString() ? withoutStop(said.stringValue().strip()) : "";
        if (allowed.matcher(text).matches()) {
            words.add(text);
        }
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
