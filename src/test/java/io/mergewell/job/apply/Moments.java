package io.mergewell.job.apply;

import java.util.List;

/** Where an apply run can be killed, in the order in which its moments come. */
final class Moments {

    /** Those that come whatever happened before. */
    static final List<String> ANY = List.of(
            "after-lock",
            "after-run-row",
            "after-recovery",
            "before-approval-commit",
            "after-approval-commit",
            "after-snapshots",
            "before-intent-commit",
            "after-intent-commit",
            "before-result-commit",
            "after-result-commit",
            "before-settle-commit",
            "after-settle-commit",
            "after-round",
            "after-receipt-files",
            "after-receipt-commit",
            "before-end");

    /** Those that come only where something is in doubt, or was not kept by the CRM. */
    static final List<String> SOMETIMES = List.of("before-reconcile-commit", "after-reconcile-commit", "before-update");

    /**
     * Every moment once, each killing a run that goes on from the one before. Where one needs something in doubt, what
     * leaves it in doubt stands before it.
     */
    static final List<List<String>> IN_A_ROW = List.of(
            List.of("after-lock"),
            List.of("after-run-row"),
            List.of("after-recovery"),
            List.of("before-approval-commit"),
            List.of("after-approval-commit"),
            List.of("after-snapshots"),
            List.of("before-intent-commit"),
            List.of("after-intent-commit", "after-recovery"),
            List.of("before-result-commit", "before-reconcile-commit", "after-reconcile-commit"),
            List.of("before-settle-commit"),
            List.of("after-settle-commit"),
            List.of("after-result-commit", "after-recovery"),
            List.of("after-round"),
            List.of("after-receipt-files"),
            List.of("after-receipt-commit"),
            List.of("before-end"));

    private Moments() {}
}
