package io.mergewell.apply.faults;

/** One request that goes wrong: whether and when the CRM does what it was asked, and what its answer looks like. */
public record Fault(When when, Line line) {

    /** When the CRM does what it was asked. */
    public enum When {
        /** Before it answers. */
        AT_ONCE,
        NEVER,
        /** When {@link FaultyCrm#doWhatIsLate} is called, which should be after the client gave up. */
        LATE
    }

    /** It is done, and the answer then goes wrong. */
    public static Fault after(Line line) {
        return new Fault(When.AT_ONCE, line);
    }

    /** It is not done at all. */
    public static Fault insteadOf(Line line) {
        return new Fault(When.NEVER, line);
    }

    /** It will be done at a moment that the test chooses. */
    public static Fault beforeItIsDone(Line line) {
        return new Fault(When.LATE, line);
    }
}
