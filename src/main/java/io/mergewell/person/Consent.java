package io.mergewell.person;

/** Whether this person may be sent marketing mail. */
public enum Consent {
    /** The system keeps no consent at all, so a merge cannot change it. */
    NOT_KEPT,
    /** The system keeps consent, but what it is was not to be had. */
    UNKNOWN,
    /** Never asked, or asked and not answered. */
    NO_CONSENT,
    SUBSCRIBED,
    /** The person said stop. No merge may loosen that. */
    UNSUBSCRIBED,
    /** Put away by the system (Pipedrive "archived"): not mailed. */
    ARCHIVED
}
