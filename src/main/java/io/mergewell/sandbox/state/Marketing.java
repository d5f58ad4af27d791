package io.mergewell.sandbox.state;

import io.mergewell.person.Consent;

/**
 * A person's marketing status. Pipedrive lets it change only once from an old status to a new one.
 *
 * @param status one of the four that Pipedrive keeps
 * @param changed whether the one change has been made
 */
public record Marketing(Consent status, boolean changed) {

    /** The status after a request to change it: refused requests leave it as it is, without an error. */
    public Marketing changedTo(Consent wanted) {
        return changed || wanted == status ? this : new Marketing(wanted, true);
    }
}
