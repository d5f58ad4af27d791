package io.mergewell.crm.wethod;

import io.mergewell.crm.ReadScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The requests of {@code GET /api/persons}. {@code gt:} is the operator that Wethod's documentation shows; its times
 * have an offset, whose plus sign must be sent as {@code %2B}.
 */
final class PersonsQuery {

    /** The most that {@code limit} may be. */
    static final int PAGE_SIZE = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private PersonsQuery() {}

    static String page(ReadScope scope, int offset) {
        String list = "/api/persons?limit=" + PAGE_SIZE + "&offset=" + offset;
        return scope instanceof ReadScope.ChangedSince changed
                ? list + "&updated_at=gt:" + encoded(justBefore(changed.since()))
                : list;
    }

    /** After this second is at or after that instant, or a little earlier. */
    private static Instant justBefore(Instant since) {
        return since.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    }

    private static String encoded(Instant time) {
        return URLEncoder.encode(TIME.format(time.atOffset(ZoneOffset.UTC)), StandardCharsets.UTF_8);
    }
}
