package io.mergewell.job.run;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.normalise.Phones;

/** What a run changes the CRM with. */
public final class RunBench {

    private RunBench() {}

    /**
     * The means of one run.
     *
     * @param waiter lets time pass where the CRM asks for it
     */
    public static Bench of(RunContext run, WayOut.Calls calls, Waiter waiter) {
        return new Bench(
                run.runId(),
                run.store(),
                calls.lookup(),
                calls.writer(),
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
