package io.mergewell.crm.pipedrive;

import io.mergewell.crm.NameSource;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.person.vocabulary.Term;
import java.util.List;
import java.util.function.Function;

/** Names of one Pipedrive company. */
public final class PipedriveNames implements NameSource {

    private final PersonFields fields;
    private final UserList users;
    private final Function<List<SourcedPerson>, List<Term>> organisations;

    /**
     * Asks through the connection by which persons are read.
     *
     * @param peer name and host, for a sentence
     * @param fields of the company's persons, through the same connection
     * @param organisations names those that some persons belong to, as {@link #organisations} does
     */
    public PipedriveNames(
            String peer,
            HttpReads reads,
            PersonFields fields,
            Function<List<SourcedPerson>, List<Term>> organisations) {
        this.fields = fields;
        this.users = new UserList(peer, reads, fields);
        this.organisations = organisations;
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
        return organisations.apply(members);
    }

    @Override
    public String scope(Part part) {
        return switch (part) {
            case FIELDS, ORGANISATIONS -> "contacts:read";
            case OWNERS -> UserList.SCOPE;
        };
    }
}
