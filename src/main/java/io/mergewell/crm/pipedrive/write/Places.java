package io.mergewell.crm.pipedrive.write;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an API has what the other has elsewhere. */
public interface Places {

    /** The key of the list of e-mails. */
    String emails();

    /** The key of the list of phones. */
    String phones();

    /**
     * Sets a custom field.
     *
     * @param value in the shape of v2; JSON's null clears the field
     */
    void custom(ObjectNode body, String key, JsonNode value);
}
