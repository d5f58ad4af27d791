package io.mergewell.person;

/** What a CRM can hang on a person. */
public enum LinkKind {
    DEALS("deal", "deals"),
    ACTIVITIES("activity", "activities"),
    NOTES("note", "notes"),
    FILES("file", "files"),
    MAILS("mail", "mails"),
    LEADS("lead", "leads"),
    /** Colleagues who watch the record: not a reason to keep it. */
    FOLLOWERS("follower", "followers");

    private final String one;
    private final String several;

    LinkKind(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /** So many of them in words, such as {@code 1 activity} or {@code 3 activities}. */
    public String counted(int count) {
        return count + " " + (count == 1 ? one : several);
    }
}
