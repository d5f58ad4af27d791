package io.mergewell.sandbox.state;

/** What hangs on a person, in the finest division that Pipedrive counts. */
public enum LinkCount {
    OPEN_DEALS,
    WON_DEALS,
    LOST_DEALS,
    PARTICIPANT_OPEN_DEALS,
    PARTICIPANT_CLOSED_DEALS,
    DONE_ACTIVITIES,
    OPEN_ACTIVITIES,
    NOTES,
    FILES,
    MAILS
}
