package io.mergewell.job.run;

import io.mergewell.job.JobFile;
import io.mergewell.job.crm.Crm;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Opens a job's store and then its CRM, for as long as one piece of work takes. */
public final class Opening {

    private Opening() {}

    /**
     * Works alone on the job.
     *
     * @param doors opens the CRM, once nobody else has the job
     * @throws io.mergewell.store.StoreException if another run of the job is at work, or the store cannot be used
     */
    public static <T> T of(JobFile file, Supplier<Crm> doors, BiFunction<Store, Crm, T> work) {
        try (Store store = Store.open(file.store(), file.name())) {
            FailPoint.hit("after-lock");
            return within(store, doors, work);
        }
    }

    /**
     * Works with a store that is open, and that the caller closes.
     *
     * @throws io.mergewell.store.StoreException if the store is what failed
     */
    public static <T> T within(Store store, Supplier<Crm> doors, BiFunction<Store, Crm, T> work) {
        try (Crm crm = doors.get()) {
            return work.apply(store, crm);
        } catch (RuntimeException e) {
            throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
        }
    }
}
