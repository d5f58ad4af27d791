package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.pipedrive.record.Page;
import tools.jackson.databind.JsonNode;

/**
 * Counts a person's leads. Since 2025-07-15 {@code GET /api/v1/leads} leaves out archived ones, which have a list of
 * their own. Source: Pipedrive's changelog, "Archived deals and leads will not be returned in existing endpoints".
 */
final class LeadCount {

    private static final long TOKENS = 20;

    /** Of the two lists, a page of each. */
    static final long LEAST_TOKENS = 2 * TOKENS;

    private static final int PAGE_SIZE = 500;

    private final String peer;
    private final HttpReads reads;

    /**
     * Counts through that connection.
     *
     * @param peer name and host, for a sentence
     */
    LeadCount(String peer, HttpReads reads) {
        this.peer = peer;
        this.reads = reads;
    }

    /** How many leads a person has, archived ones included. */
    long of(long person) {
        return count("/api/v1/leads", person) + count("/api/v1/leads/archived", person);
    }

    private long count(String list, long person) {
        long count = 0;
        boolean more;
        do {
            String path = list + "?person_id=" + person + "&limit=" + PAGE_SIZE + "&start=" + count;
            JsonNode page = reads.get(path, TOKENS, answer -> Page.parse(peer, "list of leads", answer));
            long before = count;
            for (JsonNode lead : page.path("data")) {
                if (lead.path("person_id").longValue(0) != person) {
                    throw broken("sent leads of another person than was asked for");
                }
                count++;
            }
            more = more(page);
            if (more && count == before) {
                throw broken("sent an empty page of leads that promises more");
            }
        } while (more);
        return count;
    }

    /** In {@code additional_data} itself, says the vendor's client for Node; or one deeper, as in other lists of v1. */
    private boolean more(JsonNode page) {
        JsonNode additional = page.path("additional_data");
        JsonNode pagination = additional.has("pagination") ? additional.path("pagination") : additional;
        JsonNode more = pagination.path("more_items_in_collection");
        if (!more.isBoolean()) {
            throw broken("sent a page of leads that does not say whether there are more");
        }
        return more.booleanValue();
    }

    private CrmException.BrokenContract broken(String what) {
        return new CrmException.BrokenContract(peer + " " + what + ", so that nothing is known about this person's.");
    }
}
