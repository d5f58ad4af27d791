package io.mergewell.apply.act.send;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.normalise.Phones;
import io.mergewell.store.Store;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What one apply run works with.
 *
 * @param phones reads numbers with the job's region
 * @param waiter ends a wait when the run is asked to stop
 * @param clock in the zone whose calendar days the caps count by
 * @param snapshots keeps persons as they were
 */
public record Bench(
        String runId,
        Store store,
        PersonLookup source,
        PersonWriter writer,
        ApplySettings settings,
        Phones phones,
        Waiter waiter,
        Clock clock,
        Snapshots snapshots) {

    /** Today, as {@code 2026-11-22}. */
    String day() {
        return LocalDate.now(clock).toString();
    }
}
