package io.mergewell.plan;

/** What a person decided on a row of a plan. */
public enum Decision {
    /** Carry it out. */
    APPROVE,
    /** Not now: the row stays away until a value of one of the two persons changes. */
    REJECT,
    /** Not decided yet: the row comes back the next night, with who held it and why. */
    HOLD,
    /** Two human beings: no group will ever hold both. */
    NOT_DUPLICATE
}
