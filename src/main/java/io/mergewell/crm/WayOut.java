package io.mergewell.crm;

/** How what was approved gets into a system. */
public sealed interface WayOut {

    /** By calls, one for each effect. */
    record Calls(PersonWriter writer) implements WayOut {}

    /** By a cleaned copy of the file that the persons are in. */
    record Copy(PersonRewriter rewriter) implements WayOut {}

    /**
     * Not at all: the report is all there is.
     *
     * @param why a sentence for the person who asks for more
     */
    record None(String why) implements WayOut {}
}
