package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.UnusableValue;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import tools.jackson.databind.JsonNode;

/** How one API writes a person. */
public interface RecordShape {

    /** Whether the record is of one who was deleted or merged away. */
    boolean isGone(JsonNode record);

    /**
     * The person.
     *
     * @throws UnusableValue if a value we rely on is not what it must be
     */
    Person person(JsonNode record, PersonId id);

    /**
     * API v2.
     *
     * @param consentAsked whether the persons' marketing status was part of the question
     */
    static RecordShape v2(boolean consentAsked) {
        return new RecordShape() {
            @Override
            public boolean isGone(JsonNode record) {
                return record.path("is_deleted").asBoolean(false);
            }

            @Override
            public Person person(JsonNode record, PersonId id) {
                return new PersonRecord(record, consentAsked).person(id);
            }
        };
    }
}
