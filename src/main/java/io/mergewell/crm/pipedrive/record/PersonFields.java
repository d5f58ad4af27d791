package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.http.HttpReads;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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

    /** As codes of fields that a company made are. */
    private static final Pattern CUSTOM = Pattern.compile("[0-9a-f]{40}");

    /** Whose options are the labels; the second was its name in API v1 before 2024. */
    private static final List<String> LABELS = List.of("label_ids", "label");

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
    private final FieldList list;
    private @Nullable Map<String, FieldList.Definition> definitions;

    private PersonFields(String peer, HttpReads reads, FieldList list) {
        this.peer = peer;
        this.reads = reads;
        this.list = list;
    }

    /**
     * As {@code /api/v2/personFields} lists them.
     *
     * @param peer name and host, for a sentence
     */
    public static PersonFields v2(String peer, HttpReads reads) {
        return new PersonFields(peer, reads, FieldList.V2);
    }

    /**
     * As {@code /api/v1/personFields} lists them.
     *
     * @param peer name and host, for a sentence
     */
    public static PersonFields v1(String peer, HttpReads reads) {
        return new PersonFields(peer, reads, FieldList.V1);
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
        return definitions().containsKey(code);
    }

    /** What values of a custom field look like; empty if there is no such field, or none that can be written. */
    public Optional<Form> form(String code) {
        return Optional.ofNullable(FORMS.get(type(code)));
    }

    /** The {@code field_type} of a field, such as {@code set}; empty if there is no such field. */
    public String type(String code) {
        FieldList.@Nullable Definition definition = definitions().get(code);
        return definition == null ? "" : definition.type();
    }

    /** Whether the list was read already. */
    public boolean known() {
        return definitions != null;
    }

    /** Names of the fields that the company made, of their options, and of labels. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        definitions().forEach((code, definition) -> {
            if (isCustom(code)) {
                Term.of(TermKind.FIELD, "", code, definition.name()).ifPresent(terms::add);
                terms.addAll(options(TermKind.OPTION, code, definition));
            } else if (LABELS.contains(code)) {
                terms.addAll(options(TermKind.LABEL, "", definition));
            }
        });
        return terms;
    }

    /** Codes of the fields that the company made of one type. */
    public List<String> customOfType(String type) {
        return definitions().entrySet().stream()
                .filter(field ->
                        isCustom(field.getKey()) && field.getValue().type().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isCustom(String code) {
        return CUSTOM.matcher(code).matches();
    }

    private static List<Term> options(TermKind kind, String field, FieldList.Definition definition) {
        List<Term> terms = new ArrayList<>();
        definition.options().forEach((id, label) -> Term.of(kind, field, id, label)
                .ifPresent(terms::add));
        return terms;
    }

    private Map<String, FieldList.Definition> definitions() {
        if (definitions == null) {
            definitions = list.read(peer, reads);
        }
        return definitions;
    }
}
