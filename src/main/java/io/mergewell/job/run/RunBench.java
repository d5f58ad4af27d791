package io.mergewell.job.run;

import io.mergewell.apply.act.Bench;
import io.mergewell.apply.act.Snapshots;
import io.mergewell.crm.PersonWriter;
import io.mergewell.crm.Waiter;
import io.mergewell.normalise.Phones;

/** What a run changes the CRM with. */
public final class RunBench {

    private RunBench() {}

    /**
     * The means of one run.
     *
     * @param waiter lets time pass where the CRM asks for it
     */
    public static Bench of(RunContext run, PersonWriter writer, Waiter waiter) {
        return new Bench(
                run.runId(),
                run.store(),
                run.crm().source(),
                writer,
                run.file().apply(),
                new Phones(run.file().match().phoneRegion()),
                duration -> {
                    run.stop().check();
                    waiter.await(duration);
                },
                run.clock(),
                new Snapshots(run.folder(), run.runId()));
    }
}
