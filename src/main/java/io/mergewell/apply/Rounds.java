package io.mergewell.apply;

import java.util.List;

/** How approved rows are applied: round by round, each of which leaves what it did durable. */
public interface Rounds {

    /**
     * One round.
     *
     * @return whether there may be more to do
     * @throws io.mergewell.crm.CrmException if the system cannot be worked with; the ledger knows how far it came
     */
    boolean round();

    /**
     * Looks once more at rows in doubt, and changes nothing for them.
     *
     * @return whether anything was found out
     * @throws io.mergewell.crm.CrmException if the system cannot be worked with
     */
    boolean lookAgain();

    /** Sentences on limits of the day that kept rows waiting; empty if none did. */
    List<String> limits();
}
