package io.mergewell.job.restore;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.apply.restore.RestorePlan;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.job.JobFile;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.run.Opening;
import io.mergewell.normalise.Phones;
import io.mergewell.store.Store;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what a run's snapshots can bring back, and changes nothing: neither the CRM nor the store. */
public final class RestoreLook {

    private final JobFile file;
    private final String appliedBy;
    private final Supplier<Crm> doors;

    RestoreLook(JobFile file, String appliedBy, Supplier<Crm> doors) {
        this.file = file;
        this.appliedBy = appliedBy;
        this.doors = doors;
    }

    /**
     * Looks at ledger and snapshots, and at the survivors in the CRM.
     *
     * @param appliedBy the apply run
     * @throws io.mergewell.apply.restore.RestoreException if there is no such run, it applied nothing, or its snapshots
     *     are missing or damaged
     * @throws io.mergewell.store.StoreException if another run of the job is at work, or the store cannot be used
     * @throws io.mergewell.crm.CrmException if the CRM cannot be read
     */
    public static Prospect of(JobFile file, String appliedBy, StopSignal stop) {
        return new RestoreLook(file, appliedBy, () -> CrmDoors.open(file.crm(), stop)).look();
    }

    Prospect look() {
        try (Store store = Store.look(file.store(), file.name()).orElseThrow(() -> RestorePlan.unknown(appliedBy))) {
            return Opening.within(store, doors, this::look);
        }
    }

    private Prospect look(Store store, Crm crm) {
        new RightPlace(store, file).require(crm);
        Optional<WayOut.Calls> calls = crm.calls();
        @Nullable
        PersonRevival revival = calls.flatMap(way -> way.writer().revival()).orElse(null);
        RestorePlan plan = RestorePlan.of(store, appliedBy, file.reports(), revival);
        return calls.isEmpty() || revival == null
                ? Prospect.byHand(plan)
                : Prospect.of(
                        plan,
                        store,
                        calls.get().lookup(),
                        calls.get().writer(),
                        new Phones(file.match().phoneRegion()));
    }
}
