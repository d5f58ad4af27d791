package io.mergewell.cli.jobfile;

/**
 * A job file cannot be used. The message is a line for each mistake: a sentence that names the file, the line where there
 * is one, the key, and what to write instead. It never holds a token.
 */
public final class JobFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1; 0 for the file as a whole */
    JobFileException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** For what is only missing because of another mistake, which is told. */
    static JobFileException consequence() {
        return new JobFileException(0, "");
    }

    int line() {
        return line;
    }

    boolean isConsequence() {
        return String.valueOf(getMessage()).isEmpty();
    }
}
