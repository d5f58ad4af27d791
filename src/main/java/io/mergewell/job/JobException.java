package io.mergewell.job;

/** Why a run ended before its time, as a sentence for the person who started it. */
public abstract sealed class JobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private JobException(String message) {
        super(message);
    }

    /** The program was asked to stop, and stopped where it can go on. */
    public static final class Stopped extends JobException {
        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("Stopped as asked. What was committed is kept; the same command goes on from there.");
        }
    }
}
