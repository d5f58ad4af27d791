package io.mergewell.apply.act.send;

/** So many groups in a row were no longer as the reviewer saw them that something else must be wrong. */
public final class TooManyConflictsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyConflictsException(int conflicts) {
        super(conflicts
                + " groups in a row were not as the reviewer saw them, so the run stopped: somebody else changes"
                + " these persons, or the report is of another time. None of them was taken away. Make a new dry run, and"
                + " decide again.");
    }
}
