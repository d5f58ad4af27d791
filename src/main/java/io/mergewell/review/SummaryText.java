package io.mergewell.review;

/** A summary in words, for the terminal. */
public final class SummaryText {

    private SummaryText() {}

    /** A few lines without personal data; the last is the next command to type. */
    public static String of(Summary summary) {
        return summary.nextStep();
    }
}
