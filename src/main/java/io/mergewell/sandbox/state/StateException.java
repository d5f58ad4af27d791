package io.mergewell.sandbox.state;

/** The state on disk could not be read or written, or is of another version. */
public final class StateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the disk is full. */
    public boolean diskFull() {
        for (Throwable cause = this; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
