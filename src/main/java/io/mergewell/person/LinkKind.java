package io.mergewell.person;

/** What a CRM can hang on a person. */
public enum LinkKind {
    DEALS,
    ACTIVITIES,
    NOTES,
    FILES,
    MAILS,
    LEADS,
    /** Colleagues who watch the record: not a reason to keep it. */
    FOLLOWERS
}
