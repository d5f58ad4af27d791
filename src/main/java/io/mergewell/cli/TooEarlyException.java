package io.mergewell.cli;

/** A command that has to wait until another has been done: a sentence says for what. */
final class TooEarlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String next;

    /** @param next the command to type first, as {@link io.mergewell.job.NextCommand} makes it */
    TooEarlyException(String message, String next) {
        super(message);
        this.next = next;
    }

    String next() {
        return next;
    }
}
