package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;

/** Answers that end a run at once, whichever system gives them. */
final class Refusals {

    private final Peer peer;
    private final Remark remark;

    Refusals(Peer peer) {
        this(peer, Remark.NONE);
    }

    /** @param remark is added to what is said about a refused token or permission */
    Refusals(Peer peer, Remark remark) {
        this.peer = peer;
        this.remark = remark;
    }

    /** Throws what fits if the answer says that we may not, or sends us elsewhere. */
    void check(Answer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            throw new CrmException.BrokenContract(peer.name() + " sends us to another address (" + status
                    + "). That is never followed, since the token would go along. Check crm.base-url.");
        }
        if (status == 403 && !answer.isJson()) {
            throw new CrmException.Temporary(
                    peer.name() + "'s gatekeeper turned us away (403 with a page instead of data), as it does after too"
                            + " many requests. The run stops at once; run it again in an hour.",
                    true);
        }
        if (status == 401) {
            throw new CrmException.Refused(peer.name() + " does not accept the token (401). "
                    + peer.signIn().adviceWhenRefused() + remark.in(answer));
        }
        if (status == 402) {
            throw new CrmException.Refused(
                    peer.name() + " says that the company's account is closed or unpaid (402)." + remark.in(answer));
        }
        if (status == 403) {
            throw new CrmException.Refused(
                    peer.name() + " does not let the token's user do this (403). "
                            + peer.signIn().adviceWhenForbidden() + remark.in(answer),
                    true);
        }
    }
}
