package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.NameSource;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.pipedrive.UserList;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Names of one Pipedrive company, through API v1. It lists no organisations by their ids, but a whole person's record
 * has the name of the one it belongs to: {@code "org_id": {"value": 12, "name": …}}.
 */
final class NamesOfV1 implements NameSource {

    private final PersonFields fields;
    private final UserList users;

    /** @param fields those by which persons are read */
    NamesOfV1(PersonFields fields, UserList users) {
        this.fields = fields;
        this.users = users;
    }

    @Override
    public List<Term> fields() {
        return fields.terms();
    }

    @Override
    public List<Term> owners() {
        return users.terms();
    }

    @Override
    public List<Term> organisations(List<SourcedPerson> members) {
        return members.stream()
                .map(NamesOfV1::organisation)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String scope(Part part) {
        return switch (part) {
            case FIELDS, ORGANISATIONS -> "contacts:read";
            case OWNERS -> UserList.SCOPE;
        };
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
