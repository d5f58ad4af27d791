package io.mergewell.crm.pipedrive;

import io.mergewell.crm.NameSource;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.person.vocabulary.Term;
import java.util.List;

/** Names of one Pipedrive company, through API v2 as far as that has them. */
final class PipedriveNames implements NameSource {

    private final PersonFields fields;
    private final UserList users;
    private final OrganisationList organisations;

    /**
     * Asks through the connection by which persons are read.
     *
     * @param peer name and host, for a sentence
     */
    PipedriveNames(String peer, HttpReads reads) {
        this.fields = PersonFields.v2(peer, reads);
        this.users = new UserList(peer, reads, fields);
        this.organisations = new OrganisationList(peer, reads);
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
        return organisations.of(members);
    }

    @Override
    public String scope(Part part) {
        return switch (part) {
            case FIELDS, ORGANISATIONS -> "contacts:read";
            case OWNERS -> UserList.SCOPE;
        };
    }
}
