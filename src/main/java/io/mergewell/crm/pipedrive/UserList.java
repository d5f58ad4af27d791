package io.mergewell.crm.pipedrive;

import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.Page;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /api/v1/users}: everybody who has or had an account in the company, on one page; API v2 has no such list.
 * Source: {@code UsersApi} in the vendor's client for Node 33.7.0; the price is {@code x-token-cost} in its OpenAPI
 * description.
 */
final class UserList {

    /** The scope an app needs. */
    static final String SCOPE = "users:read";

    private static final long TOKENS = 20;

    private final String peer;
    private final HttpReads reads;
    private final PersonFields fields;

    /**
     * Reads through that connection.
     *
     * @param peer name and host, for a sentence
     * @param fields of which some may hold a user
     */
    UserList(String peer, HttpReads reads, PersonFields fields) {
        this.peer = peer;
        this.reads = reads;
        this.fields = fields;
    }

    /** The users as owners, and as what fields that hold a user offer. */
    List<Term> terms() {
        List<String> holders = fields.known() ? fields.customOfType("user") : List.of();
        JsonNode users = reads.get("/api/v1/users", TOKENS, answer -> Page.parse(peer, "list of users", answer));
        List<Term> terms = new ArrayList<>();
        for (JsonNode user : users.path("data")) {
            String id = Json.text(user.path("id"));
            String name = Json.text(user.path("name"));
            Term.of(TermKind.OWNER, "", id, name).ifPresent(terms::add);
            holders.forEach(field -> Term.of(TermKind.OPTION, field, id, name).ifPresent(terms::add));
        }
        return terms;
    }
}
