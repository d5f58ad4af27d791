package io.mergewell.crm.write;

/** What was asked for cannot be written as a request to this CRM. Thrown before anything is sent, and for nothing else. */
public final class Unwritable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param why a sentence, without any value of a person
     */
    public Unwritable(String why) {
        super(why);
    }
}
