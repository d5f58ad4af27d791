package io.mergewell.crm.pipedrive.record;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Records of a list as they came.
 *
 * @param ids of all records, the deleted ones included, in the order they came
 * @param additional what the answer says of the list itself; missing if it says nothing
 */
public record RecordPage(List<SourcedPerson> persons, List<PersonId> gone, List<Long> ids, JsonNode additional) {

    /** Pages are asked for with this size. */
    public static final int SIZE = 500;

    public RecordPage {
        persons = List.copyOf(persons);
        gone = List.copyOf(gone);
        ids = List.copyOf(ids);
    }

    /**
     * The cursor of the page behind this one; null at the end.
     *
     * @param peer name and host, for a sentence
     * @throws io.mergewell.crm.CrmException.BrokenContract if the answer does not say whether there is one
     */
    public @Nullable String nextCursor(String peer) {
        if (additional.isMissingNode() && ids.size() >= SIZE) {
            throw RecordParser.broken(peer, "sent a full page that does not say whether there are more");
        }
        JsonNode cursor = additional.path("next_cursor");
        if (cursor.isMissingNode() || cursor.isNull()) {
            return null;
        }
        if (!cursor.isString() || cursor.stringValue().isBlank()) {
            throw RecordParser.broken(peer, "sent a next cursor that is no text");
        }
        return cursor.stringValue();
    }
}
