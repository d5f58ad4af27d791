package io.mergewell.crm.pipedrive;

import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.settings.Endpoint;
import java.time.Duration;

/** Pipedrive at addresses of tests. */
final class Peers {

    private Peers() {}

    static Peer peer(Endpoint endpoint) {
        return PipedriveAccess.peer(endpoint, Duration.ofSeconds(10), new RecordedWaits());
    }
}
