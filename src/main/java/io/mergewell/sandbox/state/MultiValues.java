package io.mergewell.sandbox.state;

/** What a merge does with e-mails, phones and labels. The vendor's own texts contradict each other. */
public enum MultiValues {
    /** The survivor's stay as they are; they are filled only where it has none. So says Pipedrive's tutorial. */
    KEPT,
    /** The survivor's come first, what only the other had is added. So say other vendors. */
    UNITED
}
