package io.mergewell.sandbox;

/** Why the sandbox cannot run, as a sentence for the person who started it: what happened and what to do. */
public abstract sealed class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SandboxException(String message) {
        super(message);
    }

    private SandboxException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Not now: another one has the folder, or the one that runs does not answer. */
    public static final class Temporary extends SandboxException {
        private static final long serialVersionUID = 1L;

        public Temporary(String message) {
            super(message);
        }

        public Temporary(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** It cannot be as it was asked for. */
    public static final class Misconfigured extends SandboxException {
        private static final long serialVersionUID = 1L;

        public Misconfigured(String message) {
            super(message);
        }

        public Misconfigured(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Its folder cannot be written, or what is in it cannot be read. */
    public static final class Unwritable extends SandboxException {
        private static final long serialVersionUID = 1L;

        public Unwritable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
