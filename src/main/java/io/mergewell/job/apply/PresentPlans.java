package io.mergewell.job.apply;

import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.crm.WayOut;
import io.mergewell.job.run.RunContext;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.Plans;
import java.util.function.Predicate;

/** The plans that a run may apply. */
final class PresentPlans {

    private PresentPlans() {}

    static ValidPlans of(RunContext run) {
        return new ValidPlans(
                new Plans(run.store(), run.file().name()),
                run.file().plan().validFor(),
                run.clock(),
                isOfPresentInput(run));
    }

    private static Predicate<String> isOfPresentInput(RunContext run) {
        if (!(run.crm().out() instanceof WayOut.Copy copy)) {
            return planId -> true;
        }
        String present = copy.rewriter().digest();
        return planId ->
                new Inputs(run.store()).of(planId).filter(present::equals).isPresent();
    }
}
