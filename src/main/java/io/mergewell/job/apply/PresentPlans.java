package io.mergewell.job.apply;

import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.crm.connect.WayOut;
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

    /** The file is read when a plan is first asked about: what is wrong with it then ends the step, as any bad input. */
    private static Predicate<String> isOfPresentInput(RunContext run) {
        if (!(run.crm().out() instanceof WayOut.Copy copy)) {
            return planId -> true;
        }
        Inputs inputs = new Inputs(run.store());
        return planId ->
                inputs.of(planId).filter(copy.rewriter().digest()::equals).isPresent();
    }
}
