package io.mergewell.cli.jobfile;

/**
 * A job file cannot be used. The message is a sentence that names the file, the line where there is one, the key, and
 * what to write instead. It never holds a token.
 */
public final class JobFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFileException(String message) {
        super(message);
    }
}
