package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.HttpReads;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * {@code GET personFields}: the two lists, which differ in how they name a field's key, its name and their next page.
 * Prices are {@code x-token-cost} in Pipedrive's OpenAPI descriptions; options are {@code {id, label}} in both.
 */
enum FieldList {
    V1("/api/v1/personFields", "key", "name", 20),
    V2("/api/v2/personFields", "field_code", "field_name", 10);

    private static final int PAGE_SIZE = 500;

    private final String path;
    private final String code;
    private final String name;
    private final long tokens;

    FieldList(String path, String code, String name, long tokens) {
        this.path = path;
        this.code = code;
        this.name = name;
        this.tokens = tokens;
    }

    /**
     * A field as the list has it.
     *
     * @param type its {@code field_type}, such as {@code set}
     * @param name empty if it has none
     * @param options labels by id, of fields that offer any
     */
    record Definition(String type, String name, Map<String, String> options) {}

    /**
     * All fields by code.
     *
     * @param peer name and host, for a sentence
     */
    SortedMap<String, Definition> read(String peer, HttpReads reads) {
        SortedMap<String, Definition> read = new TreeMap<>();
        String first = path + "?limit=" + PAGE_SIZE;
        @Nullable String place = "";
        while (place != null) {
            JsonNode page = reads.get(first + place, tokens, answer -> Page.parse(peer, "list of fields", answer));
            page.path("data").forEach(field -> read.put(Json.text(field.path(code)), definition(field)));
            String next = next(page.path("additional_data"));
            if (place.equals(next)) {
                throw new CrmException.BrokenContract(peer + " sent the same page of its fields again and again.");
            }
            place = next;
        }
        return read;
    }

    private Definition definition(JsonNode field) {
        Map<String, String> options = new LinkedHashMap<>();
        field.path("options")
                .forEach(option -> options.put(Json.text(option.path("id")), Json.text(option.path("label"))));
        return new Definition(Json.text(field.path("field_type")), Json.text(field.path(name)), options);
    }

    /** The parameter that asks for the page behind this one; null behind the last. */
    private @Nullable String next(JsonNode additional) {
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
