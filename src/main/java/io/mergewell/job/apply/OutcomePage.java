package io.mergewell.job.apply;

import io.mergewell.cluster.Resolution;
import io.mergewell.job.run.RunContext;
import io.mergewell.job.run.RunPage;
import io.mergewell.match.Thresholds;
import io.mergewell.plan.Plan;
import io.mergewell.review.files.Artefact;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Matches;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of the plan that an apply was about, with what became of each row that was handed in: so that {@code latest}
 * has a page after an apply, too, in which people see what happened and decide on the rest.
 */
final class OutcomePage {

    private static final int RUNS = 100;

    private final RunContext run;
    private final Plans plans;

    OutcomePage(RunContext run) {
        this.run = run;
        this.plans = new Plans(run.store(), run.file().name());
    }

    /**
     * Writes it.
     *
     * @param rows what the run settled or left open; of several plans the newest gets the page
     * @return empty if there are no rows, or their plan is no longer kept, so that nothing of it can be decided
     */
    Optional<Artefact> write(List<LedgerRow> rows) {
        return newest(rows.stream().map(LedgerRow::planId).distinct().sorted().toList())
                .map(plan -> RunPage.write(run, plan, thresholds(plan), new Outcomes(run.store()).of(plan)));
    }

    private Optional<Plan> newest(List<String> ids) {
        try {
            return ids.stream()
                    .filter(id -> plans.frozenAt(id).isPresent())
                    .max(Comparator.comparing(id -> plans.frozenAt(id).orElseThrow()))
                    .flatMap(plans::find);
        } catch (IllegalArgumentException damaged) {
            // Who hands in a review of it is told so.
            return Optional.empty();
        }
    }

    /** Known until another run matches. */
    private @Nullable Thresholds thresholds(Plan plan) {
        Matches matches = new Matches(run.store());
        try {
            return new Runs(run.store())
                    .newest(RUNS).stream()
                            .filter(one -> plan.id().equals(one.planId()))
                            .map(Run::id)
                            .flatMap(id -> matches.findWithoutGroups(id).stream())
                            .map(Resolution::thresholds)
                            .findFirst()
                            .orElse(null);
        } catch (IllegalStateException unreadable) {
            // Another version wrote them, and the page can do without.
            return null;
        }
    }
}
