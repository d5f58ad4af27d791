package io.mergewell.crm.rogerroger;

import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.List;

/** The notes that a tenant shows of somebody. */
final class TenantNotes {

    private TenantNotes() {}

    static List<Note> of(Endpoint endpoint, PersonId person) {
        Peer peer = RogerRoger.peer(endpoint);
        HttpReads reads = new HttpReads(peer, Duration.ofSeconds(20), new RecordedWaits());
        return new Notes(peer.name(), endpoint.baseUrl(), reads).all(person);
    }
}
