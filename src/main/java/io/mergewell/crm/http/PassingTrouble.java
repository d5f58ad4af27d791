package io.mergewell.crm.http;

/** Something that may be gone at the next attempt. */
public final class PassingTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final Stage stage;

    /** How far the exchange had come. */
    private enum Stage {
        UNSENT,
        SENT,
        ANSWERED
    }

    private PassingTrouble(String what, Stage stage) {
        super(what);
        this.stage = stage;
    }

    /** There was no connection, so that nothing left this machine. */
    static PassingTrouble unsent(String what) {
        return new PassingTrouble(what, Stage.UNSENT);
    }

    /** Network or server trouble; {@code what} completes "the system …", such as "answered 503". */
    static PassingTrouble onTheWay(String what) {
        return new PassingTrouble(what, Stage.SENT);
    }

    /** A status with which a server says that it is in trouble, or has too much to do. */
    public static PassingTrouble answered(int status) {
        return onTheWay("answered with status " + status);
    }

    /** An answer that came but is not whole: if that stays so, it is no longer the network's fault. */
    public static PassingTrouble unfinished(String what) {
        return new PassingTrouble(what, Stage.ANSWERED);
    }

    boolean breaksContract() {
        return stage == Stage.ANSWERED;
    }

    boolean nothingWasSent() {
        return stage == Stage.UNSENT;
    }

    /** Completes "the system …". */
    public String what() {
        return String.valueOf(getMessage());
    }
}
