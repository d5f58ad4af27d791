package io.mergewell.sandbox.population;

import io.mergewell.sandbox.world.Ranked;
import java.util.List;

/** How somebody came to be in the CRM. */
enum Encounter {
    WEB_FORM(270, 1),
    TRADE_FAIR(190, 2),
    IMPORT(240, 3),
    PHONE_CALL(150, 4),
    /** Somebody met again at another company. */
    NEW_JOB(75, 2),
    /** Somebody met again under another family name. */
    NEW_NAME(35, 1),
    /** Named by somebody else. */
    REFERRAL(40, 5);

    private static final Ranked<Encounter> BY_WEIGHT =
            Ranked.byWeight(List.of(values()), encounter -> encounter.weight);

    private final int weight;
    private final int source;

    Encounter(int weight, int source) {
        this.weight = weight;
        this.source = source;
    }

    static Ranked<Encounter> byWeight() {
        return BY_WEIGHT;
    }

    /** The option of the custom field {@link CustomField#SOURCE}. */
    int source() {
        return source;
    }
}
