package io.mergewell.review.summary;

import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.files.Artefact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, for machines ({@code summary.json}) and as words.
 *
 * @param job name of the job
 * @param runId names the run and its folder
 * @param command such as {@code dry-run}
 * @param status such as {@code COMPLETED}
 * @param exitCode the one the process ends with
 * @param plan null if the run made none
 * @param artefacts the files it wrote, this summary left out
 * @param nextStep the next command to type
 * @param notes sentences on what a reader should know
 * @param details sentences for those who look closer; in the file alone
 * @param quality how right the plan is; null where nobody knows the truth
 * @param resumes how often the run went on after it had been interrupted
 */
public record Summary(
        String job,
        String runId,
        String command,
        String status,
        int exitCode,
        Instant startedAt,
        Instant endedAt,
        Counts counts,
        Api api,
        @Nullable PlanIdentity plan,
        List<Artefact> artefacts,
        String nextStep,
        List<String> notes,
        List<String> details,
        @Nullable Quality quality,
        int resumes) {

    /** Of the form of {@code summary.json}; grows when a key changes its meaning or goes. */
    public static final int SCHEMA_VERSION = 1;

    public Summary {
        artefacts = List.copyOf(artefacts);
        notes = List.copyOf(notes);
        details = List.copyOf(details);
    }

    /**
     * What was counted; each at least 0. The last five are of apply.
     *
     * @param groups of two records and more
     * @param emptyRecords single records that hold nothing, which are proposed for deletion
     */
    public record Counts(
            long persons,
            long pages,
            long pairsCompared,
            long pairsAboveReview,
            long groups,
            long emptyRecords,
            long merges,
            long deletes,
            long none,
            long auto,
            long review,
            long approved,
            long applied,
            long reconciled,
            long conflicts,
            long failed) {

        public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** Of a run that read but made no plan. */
        public static Counts read(long persons, long pages) {
            return new Counts(persons, pages, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        /**
         * Of a run that applied rows.
         *
         * @param approved not taken back; those that are none of what follows wait
         * @param applied as promised or not
         * @param reconciled of these, found out by reading the CRM
         * @param failed refused, or nobody knows what became of them
         */
        public static Counts applied(long approved, long applied, long reconciled, long conflicts, long failed) {
            return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, approved, applied, reconciled, conflicts, failed);
        }

        /** Of a run that made a plan. Rows of empty records count as deletes. */
        public static Counts planned(Plan plan, long pages, long pairsCompared, long pairsAboveReview) {
            long empty =
                    plan.groups().stream().filter(PlannedGroup::isEmptyShell).count();
            return new Counts(
                    plan.persons(),
                    pages,
                    pairsCompared,
                    pairsAboveReview,
                    plan.groups().size() - empty,
                    empty,
                    plan.count(ActionKind.MERGE),
                    plan.count(ActionKind.DELETE),
                    plan.count(ActionKind.NONE),
                    plan.count(Band.AUTO),
                    plan.count(Band.REVIEW),
                    0,
                    0,
                    0,
                    0,
                    0);
        }
    }

    /**
     * What the run cost the CRM's budget.
     *
     * @param calls HTTP requests sent, each attempt counted
     */
    public record Api(long calls, long tokens, long retries) {

        public static final Api NONE = new Api(0, 0, 0);
    }

    /** Which plan. */
    public record PlanIdentity(String id, String digest) {

        public static PlanIdentity of(Plan plan) {
            return new PlanIdentity(plan.id(), plan.digest());
        }
    }

    /** Against the truth, over the pairs within groups; each 0 to 1. */
    public record Quality(double precision, double recall, double f1) {}
}
