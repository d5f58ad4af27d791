package io.mergewell.job;

/** Why a run ended before its time, as a sentence for the person who started it. */
public abstract sealed class JobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private JobException(String message) {
        super(message);
    }

    /** The command is none for this job's system. */
    public static final class Unsuited extends JobException {
        private static final long serialVersionUID = 1L;

        private final String next;

        /** @param next the command to type instead, as {@link NextCommand} makes it */
        public Unsuited(String message, String next) {
            super(message);
            this.next = next;
        }

        /** The command to type instead. */
        public String next() {
            return next;
        }
    }

    /** The program was asked to stop, and stopped where it can go on. */
    public static final class Stopped extends JobException {
        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("Stopped as asked. What was committed is kept; the same command goes on from there.");
        }
    }

    /** What the command names is not there. */
    public static final class Unknown extends JobException {
        private static final long serialVersionUID = 1L;

        /** @param message what is not there, and what to do */
        public Unknown(String message) {
            super(message);
        }
    }

    /** Something has to be brought to its end first. */
    public static final class TooEarly extends JobException {
        private static final long serialVersionUID = 1L;

        private final String next;

        /**
         * @param message what is in the way, and what to do
         * @param next the command to type first, as {@link NextCommand} makes it
         */
        public TooEarly(String message, String next) {
            super(message);
            this.next = next;
        }

        /** The command to type first. */
        public String next() {
            return next;
        }
    }
}
