package io.mergewell.crm.pipedrive.write;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What API v2 writes where: custom fields stand in an object of their own. */
record PlacesOfV2() implements Places {

    @Override
    public String emails() {
        return "emails";
    }

    @Override
    public String phones() {
        return "phones";
    }

    @Override
    public void custom(ObjectNode body, String key, JsonNode value) {
        body.withObjectProperty("custom_fields").set(key, value);
    }
}
