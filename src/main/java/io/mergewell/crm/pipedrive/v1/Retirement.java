package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.http.Answer;

/** Since 2026-08-01 the vendor may take these reads away without notice: https://developers.pipedrive.com/changelog. */
final class Retirement {

    private Retirement() {}

    /** Throws what fits if the answer says that there is no such list any more. */
    static void check(String peer, Answer answer) {
        int status = answer.status();
        if (status == 404 || status == 405 || status == 410) {
            throw new CrmException.Misconfigured(peer + " no longer has this way to read persons (" + status
                    + "): Pipedrive took it out of support on 2026-08-01. Write crm.type: pipedrive instead of"
                    + " pipedrive-v1; the options owner-id and filter-id stay, reader and first-char go. Nothing was"
                    + " changed.");
        }
    }
}
