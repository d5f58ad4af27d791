package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.state.LinkCount;
import io.mergewell.sandbox.state.Links;
import java.util.Locale;

/** The counts of linked records that Pipedrive knows, from what the sandbox keeps. */
enum PersonCount {
    OPEN_DEALS_COUNT,
    RELATED_OPEN_DEALS_COUNT,
    CLOSED_DEALS_COUNT,
    RELATED_CLOSED_DEALS_COUNT,
    PARTICIPANT_OPEN_DEALS_COUNT,
    PARTICIPANT_CLOSED_DEALS_COUNT,
    EMAIL_MESSAGES_COUNT,
    ACTIVITIES_COUNT,
    DONE_ACTIVITIES_COUNT,
    UNDONE_ACTIVITIES_COUNT,
    FILES_COUNT,
    NOTES_COUNT,
    FOLLOWERS_COUNT,
    WON_DEALS_COUNT,
    RELATED_WON_DEALS_COUNT,
    LOST_DEALS_COUNT,
    RELATED_LOST_DEALS_COUNT;

    private final String field = name().toLowerCase(Locale.ROOT);

    /** Its name on the wire. */
    String field() {
        return field;
    }

    int of(Links links) {
        return switch (this) {
            case OPEN_DEALS_COUNT, RELATED_OPEN_DEALS_COUNT -> links.count(LinkCount.OPEN_DEALS);
            case WON_DEALS_COUNT, RELATED_WON_DEALS_COUNT -> links.count(LinkCount.WON_DEALS);
            case LOST_DEALS_COUNT, RELATED_LOST_DEALS_COUNT -> links.count(LinkCount.LOST_DEALS);
            case CLOSED_DEALS_COUNT, RELATED_CLOSED_DEALS_COUNT ->
                links.count(LinkCount.WON_DEALS) + links.count(LinkCount.LOST_DEALS);
            case PARTICIPANT_OPEN_DEALS_COUNT -> links.count(LinkCount.PARTICIPANT_OPEN_DEALS);
            case PARTICIPANT_CLOSED_DEALS_COUNT -> links.count(LinkCount.PARTICIPANT_CLOSED_DEALS);
            case DONE_ACTIVITIES_COUNT -> links.count(LinkCount.DONE_ACTIVITIES);
            case UNDONE_ACTIVITIES_COUNT -> links.count(LinkCount.OPEN_ACTIVITIES);
            case ACTIVITIES_COUNT -> links.count(LinkCount.DONE_ACTIVITIES) + links.count(LinkCount.OPEN_ACTIVITIES);
            case EMAIL_MESSAGES_COUNT -> links.count(LinkCount.MAILS);
            case FILES_COUNT -> links.count(LinkCount.FILES);
            case NOTES_COUNT -> links.count(LinkCount.NOTES);
            case FOLLOWERS_COUNT -> links.followers().size();
        };
    }
}
