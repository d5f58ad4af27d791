package io.mergewell.crm.pipedrive;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.Page;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /api/v2/organizations?ids=…}: up to 100 at once; those that are gone or hidden from the token's user are
 * left out of the answer. Source: {@code OrganizationsApi} in the vendor's client for Node 33.7.0; the price is
 * {@code x-token-cost} in its OpenAPI description.
 */
final class OrganisationList {

    private static final int MOST_IDS = 100;
    private static final long TOKENS = 10;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final String peer;
    private final HttpReads reads;

    OrganisationList(String peer, HttpReads reads) {
        this.peer = peer;
        this.reads = reads;
    }

    /** Those that somebody of these belongs to. */
    List<Term> of(List<SourcedPerson> members) {
        List<String> ids = members.stream()
                .map(member -> member.person().organisation().id())
                .filter(Objects::nonNull)
                .filter(id -> NUMBER.matcher(id).matches())
                .distinct()
                .toList();
        List<Term> terms = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            terms.addAll(read(ids.subList(from, Math.min(from + MOST_IDS, ids.size()))));
        }
        return terms;
    }

    private List<Term> read(List<String> ids) {
        // Commas are written as the codes that they have in an address.
        String path = "/api/v2/organizations?limit=" + MOST_IDS + "&ids=" + String.join("%2C", ids);
        JsonNode page = reads.get(path, TOKENS, answer -> Page.parse(peer, "list of organisations", answer));
        List<Term> terms = new ArrayList<>();
        for (JsonNode organisation : page.path("data")) {
            String id = Json.text(organisation.path("id"));
            if (ids.contains(id)) {
                Term.of(TermKind.ORGANISATION, "", id, Json.text(organisation.path("name")))
                        .ifPresent(terms::add);
            }
        }
        return terms;
    }
}
