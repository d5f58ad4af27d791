package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Route;
import io.mergewell.sandbox.population.CustomField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /api/v2/personFields} and its older form, {@code /api/v1/personFields}: what this company's persons have. It mails through Pipedrive, so that there is a
 * marketing status, and does not sync contacts, so that there is no birthday. Source: client for Node 33.7.0.
 */
final class FieldEndpoint {

    private static final Map<String, String> STANDARD = new TreeMap<>(Map.of(
            "name", "varchar",
            "emails", "varchar",
            "phones", "phone",
            "org_id", "org",
            "owner_id", "user",
            "label_ids", "set",
            "marketing_status", "status"));

    private static final Map<String, String> STANDARD_OF_V1 = new TreeMap<>(Map.of(
            "name", "varchar",
            "email", "varchar",
            "phone", "phone",
            "org_id", "org",
            "owner_id", "user",
            "label_ids", "set",
            "marketing_status", "status"));

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v2/personFields", 10, (request, none) -> list()),
                new Route("GET", "/api/v1/personFields", 20, (request, none) -> listOfV1()));
    }

    /** All on one page: companies have fewer fields than a page holds. */
    private static Answer listOfV1() {
        ArrayNode data = Envelope.JSON.createArrayNode();
        STANDARD_OF_V1.forEach((key, type) -> addOfV1(data, key, key, type, options(key)));
        CustomField.ALL.forEach(field -> addOfV1(data, field.key(), field.label(), type(field), field.options()));
        ObjectNode additional = Envelope.JSON.createObjectNode();
        additional.putObject("pagination").put("start", 0).put("limit", 500).put("more_items_in_collection", false);
        return Envelope.success(data, additional);
    }

    /** Fields without options have no {@code options} here. */
    private static void addOfV1(ArrayNode data, String key, String name, String type, List<String> options) {
        ObjectNode field = data.addObject()
                .put("id", data.size())
                .put("key", key)
                .put("name", name)
                .put("field_type", type)
                .put("active_flag", true)
                .put("edit_flag", !STANDARD_OF_V1.containsKey(key));
        if (!options.isEmpty()) {
            addOptions(field, options);
        }
    }

    private static Answer list() {
        ArrayNode data = Envelope.JSON.createArrayNode();
        STANDARD.forEach((code, type) -> add(data, code, code, type, options(code)));
        CustomField.ALL.forEach(field -> add(data, field.key(), field.label(), type(field), field.options()));
        ObjectNode additional = Envelope.JSON.createObjectNode();
        additional.putNull("next_cursor");
        return Envelope.success(data, additional);
    }

    private static void add(ArrayNode data, String code, String name, String type, List<String> options) {
        ObjectNode field = data.addObject();
        field.put("field_name", name);
        field.put("field_code", code);
        field.put("field_type", type);
        field.put("is_custom_field", !STANDARD.containsKey(code));
        field.put("is_optional_response_field", code.equals("marketing_status"));
        if (options.isEmpty()) {
            field.putNull("options");
        } else {
            addOptions(field, options);
        }
        field.putNull("subfields");
    }

    /** Labels are the options of a field that every company has. */
    private static List<String> options(String standard) {
        return standard.equals("label_ids") ? Labels.NAMES : List.of();
    }

    private static void addOptions(ObjectNode field, List<String> labels) {
        ArrayNode list = field.putArray("options");
        for (int i = 0; i < labels.size(); i++) {
            list.addObject().put("id", i + 1).put("label", labels.get(i));
        }
    }

    private static String type(CustomField field) {
        return switch (field.type()) {
            case DATE -> "date";
            case TEXT -> "varchar";
            case ONE_OPTION -> "enum";
            case OPTIONS -> "set";
        };
    }
}
