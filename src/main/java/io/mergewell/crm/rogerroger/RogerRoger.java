package io.mergewell.crm.rogerroger;

import io.mergewell.crm.ChosenOptions;
import io.mergewell.crm.CrmConnection;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.CrmOption;
import io.mergewell.crm.CrmSystem;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.Waiter;
import java.time.Duration;
import java.util.List;

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
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        throw new CrmException.Misconfigured("crm.type rogerroger is known but not in this version. Nothing was sent.");
    }
}
