package io.mergewell.crm.pipedrive.record;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * The counters of {@code include_fields}. A counter that did not come is unknown, not zero. Deals are those where the
 * person is the contact (open and closed; closed holds won and lost) or a participant; {@code related_…} counts those
 * of the person's organisation and is left out. Leads have no counter.
 */
final class LinkCounts {

    private static final Map<LinkKind, List<String>> COUNTERS = new EnumMap<>(Map.of(
            LinkKind.DEALS,
                    List.of(
                            "open_deals_count",
                            "closed_deals_count",
                            "participant_open_deals_count",
                            "participant_closed_deals_count"),
            LinkKind.ACTIVITIES, List.of("activities_count"),
            LinkKind.NOTES, List.of("notes_count"),
            LinkKind.FILES, List.of("files_count"),
            LinkKind.MAILS, List.of("email_messages_count"),
            LinkKind.FOLLOWERS, List.of("followers_count")));

    private LinkCounts() {}

    static LinkedRecords of(JsonNode record) {
        Map<LinkKind, Integer> counts = new EnumMap<>(LinkKind.class);
        COUNTERS.forEach((kind, counters) -> sum(record, counters).ifPresent(count -> counts.put(kind, count)));
        return new LinkedRecords(counts);
    }

    private static OptionalInt sum(JsonNode record, List<String> counters) {
        int sum = 0;
        for (String counter : counters) {
            JsonNode count = record.path(counter);
            if (!count.isInt() || count.intValue() < 0) {
                return OptionalInt.empty();
            }
            sum = Math.addExact(sum, count.intValue());
        }
        return OptionalInt.of(sum);
    }
}
