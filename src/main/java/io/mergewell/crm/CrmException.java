package io.mergewell.crm;

/**
 * Why a system could not be read or written. The message is a sentence for the person who runs the job: it names the
 * host or file and what to do, and holds no token and no personal data. It never carries the HTTP library's exception
 * as its cause, since those quote answers.
 */
public abstract sealed class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private CrmException(String message) {
        super(message);
    }

    /** Not now: unreachable, overloaded, or the rate or daily budget is spent. Run again later. */
    public static final class Temporary extends CrmException {
        private static final long serialVersionUID = 1L;

        private final boolean wantsPause;

        public Temporary(String message) {
            this(message, false);
        }

        public Temporary(String message, boolean wantsPause) {
            super(message);
            this.wantsPause = wantsPause;
        }

        /** Whether the system wants to be left alone: a limit is reached, whatever would be asked next. */
        public boolean wantsPause() {
            return wantsPause;
        }
    }

    /** The system answered something it promises never to answer, so nothing that was read can be trusted. */
    public static final class BrokenContract extends CrmException {
        private static final long serialVersionUID = 1L;

        public BrokenContract(String message) {
            super(message);
        }
    }

    /** One record is not what every record must be; the others can be worked with. */
    public static final class UnusableRecord extends CrmException {
        private static final long serialVersionUID = 1L;

        public UnusableRecord(String message) {
            super(message);
        }
    }

    /** The place where a read was to go on is no longer known: begin that read anew, from its first page. */
    public static final class CursorExpired extends CrmException {
        private static final long serialVersionUID = 1L;

        public CursorExpired(String message) {
            super(message);
        }
    }

    /** The credential or its permissions were refused. */
    public static final class Refused extends CrmException {
        private static final long serialVersionUID = 1L;

        private final boolean tokenAccepted;

        public Refused(String message) {
            this(message, false);
        }

        public Refused(String message, boolean tokenAccepted) {
            super(message);
            this.tokenAccepted = tokenAccepted;
        }

        /** Whether the credential as such is good, so that another request may be allowed (403). */
        public boolean tokenAccepted() {
            return tokenAccepted;
        }
    }

    /** The job file names a system that cannot be talked to as it says. */
    public static final class Misconfigured extends CrmException {
        private static final long serialVersionUID = 1L;

        public Misconfigured(String message) {
            super(message);
        }
    }

    /** The input file is not what its job file says, or cannot be read. */
    public static final class UnreadableInput extends CrmException {
        private static final long serialVersionUID = 1L;

        public UnreadableInput(String message) {
            super(message);
        }
    }

    /** A file of ours cannot be written, or the disk is full. */
    public static final class FileNotWritten extends CrmException {
        private static final long serialVersionUID = 1L;

        public FileNotWritten(String message) {
            super(message);
        }
    }

    /** The program was asked to stop while it waited for the system. */
    public static final class Stopped extends CrmException {
        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("Stopped while waiting for the CRM.");
        }
    }
}
