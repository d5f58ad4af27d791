package io.mergewell.sandbox.population;

/** What went wrong, or merely otherwise, when a record was made. */
public enum Flaw {
    TYPO,
    NICKNAME,
    INITIAL,
    TITLE,
    MIDDLE_NAME,
    SWAPPED,
    COMMA,
    CASE,
    MARKS_LOST,
    OTHER_SCRIPT,
    OTHER_SPELLING,
    NEW_NAME,
    NEW_JOB,
    PART_MISSING,
    MAIL_TYPO,
    MAIL_FORM,
    PHONE_WRONG,
    DATE_WRONG,
    /** Shares neither mail nor phone with the first record of the same human being. */
    NOTHING_SHARED
}
