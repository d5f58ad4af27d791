package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.Peer.TokenHeader;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;

/** The API token of the job file, in every request the same. */
record FixedToken(Proof proof) implements SignIn {

    /** @throws CrmException.Misconfigured if the job signs in by OAuth */
    static FixedToken of(String system, Endpoint endpoint, TokenHeader header) {
        if (endpoint.credential() instanceof Credential.ApiToken token) {
            return new FixedToken(new Proof(
                    header.name(), new Secret(header.prefix() + token.token().value())));
        }
        throw new CrmException.Misconfigured(
                system + " takes a token, not crm.oauth. Use crm.token or crm.token-file. Nothing was sent.");
    }

    @Override
    public boolean renewedAfter(Proof refused) {
        return false;
    }

    @Override
    public String adviceWhenRefused() {
        return "Is the variable that crm.token names set to a token of this company that is still valid?";
    }

    @Override
    public String adviceWhenForbidden() {
        return "Give that user the permission, or use the token of one who has it.";
    }
}
