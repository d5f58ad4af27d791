package io.mergewell.review;

/** A report could not be written. Its message is a sentence for a person: what, where, what was kept, what to do. */
public final class ReviewException extends RuntimeException {

    public ReviewException(String message) {
        super(message);
    }

    public ReviewException(String message, Throwable cause) {
        super(message, cause);
    }
}
