package io.mergewell.crm;

/** A value of a record on which we rely is not what it must be. Caught where it is known whose record it is. */
public final class UnusableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is wrong.
     *
     * @param what completes "a person with …", without any value of a person
     */
    public UnusableValue(String what) {
        super(what);
    }

    /** Completes "a person with …", without any value of a person. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
