package io.mergewell.crm.pipedrive.record;

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
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Which fields this company's persons have, and what their values look like: {@code GET personFields}, asked once, when
 * it is first needed. {@code marketing_status} is among them only with Campaigns, {@code birthday} and
 * {@code job_title} only with contact sync; sending them elsewhere is refused.
 */
public final class PersonFields {

    /** Whether the person may be mailed. */
    public static final String CONSENT = "marketing_status";

    /** The birth date, as {@code 1961-07-04}. */
    public static final String BIRTHDAY = "birthday";
    /** What the person does. */
    public static final String JOB_TITLE = "job_title";

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
    private final Api api;
    private @Nullable Map<String, String> types;

    private PersonFields(String peer, HttpReads reads, Api api) {
        this.peer = peer;
        this.reads = reads;
        this.api = api;
    }

    /** As {@code /api/v2/personFields} lists them. */
    public static PersonFields v2(String peer, HttpReads reads) {
        return new PersonFields(peer, reads, Api.V2);
    }

    /**
     * As {@code /api/v1/personFields} lists them.
     *
     * @param peer name and host, for a sentence
     */
    public static PersonFields v1(String peer, HttpReads reads) {
        return new PersonFields(peer, reads, Api.V1);
    }

    /** The two lists, which differ in how they name a field's key and their next page. */
    private enum Api {
        V1("/api/v1/personFields", "key", 20),
        V2("/api/v2/personFields", "field_code", 10);

        private final String path;
        private final String code;
        private final long tokens;

        Api(String path, String code, long tokens) {
            this.path = path;
            this.code = code;
            this.tokens = tokens;
        }

        /** The parameter that asks for the page behind this one; null behind the last. */
        @Nullable
        String next(JsonNode additional) {
            JsonNode next = this == V1 ? nextStart(additional.path("pagination")) : additional.path("next_cursor");
            String value = Json.text(next);
            return value.isEmpty()
                    ? null
                    : (this == V1 ? "&start=" : "&cursor=") + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        /** Its documentation shows a next start also where nothing is left. */
        private static JsonNode nextStart(JsonNode pagination) {
            return pagination.path("more_items_in_collection").asBoolean(false)
                    ? pagination.path("next_start")
                    : MissingNode.getInstance();
        }
    }

    /** How a value goes over the wire; the opposite of {@link Json#text}. */
    public enum Form {
        TEXT,
        /** A number or a truth value. */
        PLAIN_JSON,
        /** A list or an object. */
        NESTED_JSON;

        /** The value as JSON. One that does not fit is sent as text, for Pipedrive to refuse. */
        public JsonNode json(String text) {
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
    public boolean has(String code) {
        return types().containsKey(code);
    }

    /** What values of a custom field look like; empty if there is no such field, or none that can be written. */
    public Optional<Form> form(String code) {
        return Optional.ofNullable(types().get(code)).map(FORMS::get);
    }

    /** The {@code field_type} of a field, such as {@code set}; empty if there is no such field. */
    public String type(String code) {
        return types().getOrDefault(code, "");
    }

    private Map<String, String> types() {
        if (types == null) {
            types = read();
        }
        return types;
    }

    private Map<String, String> read() {
        Map<String, String> read = new HashMap<>();
        String first = api.path + "?limit=" + PAGE_SIZE;
        @Nullable String place = "";
        while (place != null) {
            JsonNode page = reads.get(first + place, api.tokens, answer -> Page.parse(peer, "list of fields", answer));
            for (JsonNode field : page.path("data")) {
                read.put(
                        field.path(api.code).asString(""),
                        field.path("field_type").asString(""));
            }
            String next = api.next(page.path("additional_data"));
            if (place.equals(next)) {
                throw new CrmException.BrokenContract(peer + " sent the same page of its fields again and again.");
            }
            place = next;
        }
        return read;
    }
}
