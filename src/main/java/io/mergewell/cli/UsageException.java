package io.mergewell.cli;

/** A command line that is well formed and cannot be meant: a sentence says why. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
