package io.mergewell.job.privacy;

import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.job.dryrun.RejectionFile;
import io.mergewell.review.ComparisonFile;
import io.mergewell.review.ModelFile;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.page.ReviewPage;
import io.mergewell.review.privacy.MaskedReport;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.review.summary.SummaryFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a file in a run's folder is, by its name; files of other names are not ours. */
enum RunFile {
    /** What people read and decide in, and the list they go on with. */
    REPORT,
    /** What was there before, and what was done: for taking it back, and for giving account of it. */
    EVIDENCE,
    /** Counts, and where the rest is. Goes with the last of the others. */
    SUMMARY;

    private static final Map<String, RunFile> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry(ReviewFiles.REVIEW, REPORT),
            Map.entry(ReviewFiles.GROUPS, REPORT),
            Map.entry(ReviewPage.NAME, REPORT),
            Map.entry(MaskedReport.REVIEW, REPORT),
            Map.entry(MaskedReport.GROUPS, REPORT),
            Map.entry(MaskedReport.PAGE, REPORT),
            Map.entry(ComparisonFile.NAME, REPORT),
            Map.entry(ModelFile.NAME, REPORT),
            Map.entry(RejectionFile.NAME, REPORT),
            Map.entry(Rewriting.FILE, REPORT),
            Map.entry(Snapshots.FILE, EVIDENCE),
            Map.entry(ApplyFiles.RECEIPTS, EVIDENCE),
            Map.entry(ApplyFiles.CROSSWALK, EVIDENCE),
            Map.entry(SummaryFile.NAME, SUMMARY)));

    /** Also of one that a killed run was writing; empty if it is none of ours. */
    static Optional<RunFile> of(Path file) {
        return Optional.ofNullable(KINDS.get(finalName(file)));
    }

    /** Whether a killed run left it half-written. */
    static boolean isTemporary(Path file) {
        return !finalName(file).equals(file.getFileName().toString());
    }

    private static String finalName(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".tmp") ? name.substring(1, name.length() - 4) : name;
    }
}
