package io.mergewell.crm.rogerroger;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.http.Peer.TokenHeader;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code type: rogerroger}: the people of a RogerRoger tenant. */
public final class RogerRoger implements CrmSystem {

    @Override
    public String type() {
        return "rogerroger";
    }

    @Override
    public String name() {
        return "RogerRoger";
    }

    @Override
    public List<CrmOption> options() {
        return List.of();
    }

    @Override
    public boolean readsChanges() {
        return false;
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        return CrmConnection.of(
                new RogerRogerPersons(endpoint, timeout, waiter),
                new RogerRogerWriter(endpoint, timeout, waiter, Clock.systemUTC()));
    }

    /** Without this {@code accept} its lists come as bare arrays that name no next page. */
    static Peer peer(Endpoint endpoint) {
        return new Peer(
                "RogerRoger", endpoint, new TokenHeader("X-API-KEY", ""), Map.of("accept", "application/ld+json"));
    }
}
