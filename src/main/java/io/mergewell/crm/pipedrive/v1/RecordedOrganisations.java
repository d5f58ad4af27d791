package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Names of organisations. API v1 lists none by their ids, but a whole person's record has the name of the one it belongs
 * to: {@code "org_id": {"value": 12, "name": …}}.
 */
final class RecordedOrganisations {

    private RecordedOrganisations() {}

    /** Those that somebody of these belongs to; without those that a record does not name. */
    static List<Term> of(List<SourcedPerson> members) {
        return members.stream()
                .map(RecordedOrganisations::organisation)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Term> organisation(SourcedPerson member) {
        @Nullable String id = member.person().organisation().id();
        return id == null ? Optional.empty() : Term.of(TermKind.ORGANISATION, "", id, name(member.raw()));
    }

    private static String name(String record) {
        try {
            JsonNode person = Json.MAPPER.readTree(record);
            return Json.text(person.path("org_id").path("name"));
        } catch (JacksonException unreadable) {
            // Its message may quote the record; without a name the id is shown.
            return "";
        }
    }
}
