package io.mergewell.job;

/** Hears how far a run is. Called on the thread that works; must return quickly and never throw. */
public interface RunProgress {

    /** A step begins, such as {@code read}. */
    void stepStarted(String step);

    /** Work has been committed, such as {@code 12,500 persons read}. No personal data. */
    void advanced(String step, String sentence);

    /** Work goes on: for who watches it, since it may be told many times a second. */
    default void counted(Amount amount) {}
}
