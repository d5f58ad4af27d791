package io.mergewell.apply.restore;

/** What is to be restored is not there, or not whole. Nothing was sent and nothing changed. */
public final class RestoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RestoreException(String message) {
        super(message);
    }
}
