package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.PersonRecord;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A record of the list that was kept, read again. */
final class KeptRecord {

    /** Only records of API v1 have it; their e-mails and fields stand elsewhere. */
    private static final String OF_V1 = "active_flag";

    private KeptRecord() {}

    /** @throws Unwritable if it is no person's record; without a value of it */
    static SourcedPerson read(String raw) {
        try {
            JsonNode record = Json.MAPPER.readTree(raw);
            JsonNode id = record.path("id");
            if (record.has(OF_V1)) {
                throw new Unwritable("The record that was kept was read through Pipedrive's API v1: restore"
                        + " it with crm.type pipedrive-v1.");
            }
            if (id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0) {
                PersonId person = new PersonId(Long.toString(id.longValue()));
                return new SourcedPerson(
                        new PersonRecord(record, record.has(PersonFields.CONSENT)).person(person), raw);
            }
        } catch (JacksonException | UnusableValue unreadable) {
            // Its message may quote the record.
        }
        throw new Unwritable("The record that was kept is no person's of Pipedrive.");
    }
}
