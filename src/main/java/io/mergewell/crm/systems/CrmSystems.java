package io.mergewell.crm.systems;

import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.pipedrive.v1.PipedriveV1;
import io.mergewell.crm.rogerroger.RogerRoger;
import io.mergewell.crm.wethod.Wethod;
import java.util.List;
import java.util.Optional;

/** The systems that are known, in the order a person reads about them. */
public final class CrmSystems {

    /** A new system is one more line here. */
    public static final List<CrmSystem> ALL =
            List.of(new Pipedrive(), new PipedriveV1(), new RogerRoger(), new Wethod());

    private CrmSystems() {}

    /** The system that {@code crm.type} names. */
    public static Optional<CrmSystem> find(String type) {
        return ALL.stream().filter(system -> system.type().equals(type)).findFirst();
    }
}
