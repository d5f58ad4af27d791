package io.mergewell.cli.ending;

/** A command line that is well formed and cannot be meant: a sentence says why. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String next;

    /** @param next the command to type instead, as {@link io.mergewell.job.NextCommand} makes it */
    public UsageException(String message, String next) {
        super(message);
        this.next = next;
    }

    String next() {
        return next;
    }
}
