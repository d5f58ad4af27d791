package io.mergewell.sandbox;

/** Why the sandbox cannot run, as a sentence for the person who started it. */
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence that says what happened and what to do. */
    public SandboxException(String message) {
        super(message);
    }

    SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
