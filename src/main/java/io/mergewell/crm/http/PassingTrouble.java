package io.mergewell.crm.http;

/** Something that may be gone at the next attempt. */
public final class PassingTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean breaksContract;

    private PassingTrouble(String what, boolean breaksContract) {
        super(what);
        this.breaksContract = breaksContract;
    }

    /** Network or server trouble; {@code what} completes "the system …", such as "answered 503". */
    static PassingTrouble onTheWay(String what) {
        return new PassingTrouble(what, false);
    }

    /** An answer that came but is not whole: if that stays so, it is no longer the network's fault. */
    public static PassingTrouble unfinished(String what) {
        return new PassingTrouble(what, true);
    }

    boolean breaksContract() {
        return breaksContract;
    }

    /** Completes "the system …". */
    String what() {
        return String.valueOf(getMessage());
    }
}
