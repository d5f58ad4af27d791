package io.mergewell.crm.pipedrive;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.HttpReads;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Which fields this company's persons have, and what their values look like: {@code GET /api/v2/personFields}, asked
 * once, when it is first needed. {@code marketing_status} is among them only with Campaigns, {@code birthday} and
 * {@code job_title} only with contact sync; sending them elsewhere is refused.
 */
final class PersonFields {

    static final String CONSENT = "marketing_status";
    static final String BIRTHDAY = "birthday";
    static final String JOB_TITLE = "job_title";

    private static final long TOKENS = 10;
    private static final int PAGE_SIZE = 500;

    /** {@code field_type} in the client for Node 33.7.0; types that are not here are never written. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("varchar", Form.TEXT),
            Map.entry("varchar_auto", Form.TEXT),
            Map.entry("text", Form.TEXT),
            Map.entry("phone", Form.TEXT),
            Map.entry("date", Form.TEXT),
            Map.entry("int", Form.PLAIN_JSON),
            Map.entry("double", Form.PLAIN_JSON),
            Map.entry("boolean", Form.PLAIN_JSON),
            Map.entry("enum", Form.PLAIN_JSON),
            Map.entry("org", Form.PLAIN_JSON),
            Map.entry("people", Form.PLAIN_JSON),
            Map.entry("user", Form.PLAIN_JSON),
            Map.entry("set", Form.NESTED_JSON),
            Map.entry("address", Form.NESTED_JSON),
            Map.entry("monetary", Form.NESTED_JSON),
            Map.entry("daterange", Form.NESTED_JSON),
            Map.entry("time", Form.NESTED_JSON),
            Map.entry("timerange", Form.NESTED_JSON));

    private final String peer;
    private final HttpReads reads;
    private @Nullable Map<String, String> types;

    PersonFields(String peer, HttpReads reads) {
        this.peer = peer;
        this.reads = reads;
    }

    /** How a value goes over the wire; the opposite of {@link Json#text}. */
    enum Form {
        TEXT,
        /** A number or a truth value. */
        PLAIN_JSON,
        /** A list or an object. */
        NESTED_JSON;

        /** The value as JSON. One that does not fit is sent as text, for Pipedrive to refuse. */
        JsonNode json(String text) {
            JsonNode parsed = this == TEXT ? StringNode.valueOf(text) : parsed(text);
            boolean fits =
                    switch (this) {
                        case TEXT -> true;
                        case PLAIN_JSON -> parsed.isNumber() || parsed.isBoolean();
                        case NESTED_JSON -> parsed.isContainer();
                    };
            return fits ? parsed : StringNode.valueOf(text);
        }

        private static JsonNode parsed(String text) {
            try {
                return Json.MAPPER.readTree(text);
            } catch (JacksonException plainText) {
                return StringNode.valueOf(text);
            }
        }
    }

    /** Whether this company's persons have a field with this code. */
    boolean has(String code) {
        return types().containsKey(code);
    }

    /** What values of a custom field look like; empty if there is no such field, or none that can be written. */
    Optional<Form> form(String code) {
        return Optional.ofNullable(types().get(code)).map(FORMS::get);
    }

    private Map<String, String> types() {
        if (types == null) {
            types = read();
        }
        return types;
    }

    private Map<String, String> read() {
        Map<String, String> read = new HashMap<>();
        String cursor = null;
        do {
            JsonNode page = reads.get(path(cursor), TOKENS, answer -> Page.parse(peer, "list of fields", answer));
            for (JsonNode field : page.path("data")) {
                read.put(
                        field.path("field_code").asString(""),
                        field.path("field_type").asString(""));
            }
            String next = page.path("additional_data").path("next_cursor").stringValue(null);
            if (next != null && next.equals(cursor)) {
                throw new CrmException.BrokenContract(peer + " sent the same page of its fields again and again.");
            }
            cursor = next;
        } while (cursor != null);
        return read;
    }

    private static String path(@Nullable String cursor) {
        String path = "/api/v2/personFields?limit=" + PAGE_SIZE;
        return cursor == null ? path : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
