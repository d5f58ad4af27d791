package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.write.Places;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What API v1 writes where: custom fields stand at the root, options joined by commas, parts of a value beside it. */
record PlacesOfV1() implements Places {

    /** What an address is made of, Pipedrive finds out itself. */
    private static final List<String> PARTS = List.of("currency", "until", "timezone_id");

    @Override
    public String emails() {
        return "email";
    }

    @Override
    public String phones() {
        return "phone";
    }

    @Override
    public void custom(ObjectNode body, String key, JsonNode value) {
        if (value.isArray()) {
            body.put(key, value.valueStream().map(Json::text).collect(Collectors.joining(",")));
        } else if (value.isObject()) {
            body.set(key, value.path("value"));
            PARTS.stream().filter(value::has).forEach(part -> body.set(key + "_" + part, value.path(part)));
        } else {
            body.set(key, value);
        }
    }
}
