package io.mergewell.store;

/**
 * A named moment at which a test lets the process die as a power cut would: the system property {@code
 * mergewell.failpoint} names one, optionally with the time it is passed, as in {@code after-page-commit:3}.
 */
public final class FailPoint {

    private static final String ARMED = System.getProperty("mergewell.failpoint", "");
    private static final String NAME = ARMED.replaceFirst(":.*", "");
    private static final int KILLED = 137;

    private static int passesLeft = ARMED.contains(":") ? Integer.parseInt(ARMED.replaceFirst(".*:", "")) : 1;

    private FailPoint() {}

    /** Ends the process at once, without any hook, if this moment is the one that was named. */
    public static synchronized void hit(String name) {
        if (name.equals(NAME) && --passesLeft == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
