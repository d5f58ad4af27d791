package io.mergewell.store;

/**
 * Why the store could not be opened, read or written. The message is a sentence for the person who runs the job: which
 * store, what was kept safe, what to do next. It holds no password and nothing of a person, and it never carries the
 * driver's exception as its cause, since those quote the values of a row.
 */
public abstract sealed class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StoreException(String message) {
        super(message);
    }

    /** Another run owns the job. */
    public static final class Locked extends StoreException {
        private static final long serialVersionUID = 1L;

        public Locked(String message) {
            super(message);
        }
    }

    /** The database does not answer, or went away. Run again later. */
    public static final class Unreachable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message) {
            super(message);
        }
    }

    /** The store was written by a newer version of this program. */
    public static final class Newer extends StoreException {
        private static final long serialVersionUID = 1L;

        public Newer(String message) {
            super(message);
        }
    }

    /** The job file names a store that cannot be used as it says. */
    public static final class Misconfigured extends StoreException {
        private static final long serialVersionUID = 1L;

        public Misconfigured(String message) {
            super(message);
        }
    }

    /** The database refused the user or the password. */
    public static final class Refused extends StoreException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** The store's content is not what was written. */
    public static final class Damaged extends StoreException {
        private static final long serialVersionUID = 1L;

        public Damaged(String message) {
            super(message);
        }
    }

    /** The disk is full, or the store may not be written. */
    public static final class Unwritable extends StoreException {
        private static final long serialVersionUID = 1L;

        public Unwritable(String message) {
            super(message);
        }
    }
}
