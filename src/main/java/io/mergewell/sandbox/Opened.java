package io.mergewell.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far, to be closed in the opposite order. */
final class Opened implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Closes everything, whatever fails on the way; the first failure is thrown at the end. */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure =
                        failure == null ? new IllegalStateException("The sandbox did not close cleanly.", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
