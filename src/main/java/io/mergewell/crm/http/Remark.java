package io.mergewell.crm.http;

/** What a system says itself about a refusal, as far as it is fit to be shown. */
@FunctionalInterface
public interface Remark {

    /** Says nothing. */
    Remark NONE = refusal -> "";

    /** One or more sentences that begin with a blank and hold no value of a person; empty for none. */
    String in(Answer refusal);
}
