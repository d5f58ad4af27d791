package io.mergewell.crm.pipedrive;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.pipedrive.record.RecordPage;
import io.mergewell.person.PersonId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The requests of {@code GET /api/v2/persons}. */
final class PersonsQuery {

    /** Why only one of the two can be given. */
    static final String BOTH_FILTERS =
            "Pipedrive ignores crm.owner-id where crm.filter-id is given. Remove one of them; a"
                    + " filter in Pipedrive can hold the owner as a condition.";

    static final int PAGE_SIZE = RecordPage.SIZE;

    /** The most {@code ids} one request may name. */
    static final int MOST_IDS = 100;

    private static final String COUNTS = "open_deals_count,closed_deals_count,participant_open_deals_count,"
            + "participant_closed_deals_count,activities_count,notes_count,files_count,email_messages_count,"
            + "followers_count";

    private final PersonFilter filter;

    PersonsQuery(PersonFilter filter) {
        if (filter.filterId() != null && filter.ownerId() != null) {
            throw new CrmException.Misconfigured(BOTH_FILTERS);
        }
        this.filter = filter;
    }

    /** One page, in the order of ids: an insert while we read then lands behind us, not between. */
    String page(ReadScope scope, @Nullable String cursor, boolean withConsent) {
        StringBuilder query = list(PAGE_SIZE, withConsent).append("&sort_by=id&sort_direction=asc");
        append(query, "filter_id", filter.filterId());
        append(query, "owner_id", filter.ownerId());
        if (scope instanceof ReadScope.ChangedSince changed) {
            append(query, "updated_since", changed.since().truncatedTo(ChronoUnit.SECONDS));
        }
        append(query, "cursor", cursor);
        return query.toString();
    }

    /** At most {@value #MOST_IDS} persons. No filter goes with them: Pipedrive then ignores the ids. */
    String byIds(List<PersonId> ids, boolean withConsent) {
        StringBuilder query = list(MOST_IDS, withConsent);
        append(query, "ids", ids.stream().map(PersonId::value).collect(Collectors.joining(",")));
        return query.toString();
    }

    private static StringBuilder list(int limit, boolean withConsent) {
        String fields = withConsent ? COUNTS + ",marketing_status" : COUNTS;
        StringBuilder query =
                new StringBuilder(400).append("/api/v2/persons?limit=").append(limit);
        append(query, "include_fields", fields);
        return query;
    }

    private static void append(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&').append(name).append('=');
            query.append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
