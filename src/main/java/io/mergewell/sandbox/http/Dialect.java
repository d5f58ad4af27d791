package io.mergewell.sandbox.http;

/** One system's way to talk: its paths, credentials, limits and errors. */
public interface Dialect {

    /** Whether a path belongs to this system. */
    boolean knows(String path);

    /** Answers a request for one of its paths; errors are answers too. */
    Answer answer(Request request);
}
