package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.review.ReviewFiles;
import java.nio.file.Path;
import java.util.List;

/** Pages on disk, each beside its review.csv. */
final class Pages {

    private static final ReviewPage PAGE = new ReviewPage(
            new Thresholds(0.9, 0.999),
            "./run.sh apply jobs/acme.yml review.csv",
            "./run.sh decisions jobs/acme.yml import review.csv");

    private static final ReviewPage REPORT_ONLY =
            new ReviewPage(new Thresholds(0.9, 0.999), null, "./run.sh decisions jobs/acme.yml import review.csv");

    private Pages() {}

    /** Of a system that nobody changes. */
    static Path ofReportOnly(Plan plan, Path folder) {
        return REPORT_ONLY.write(folder, plan, List.of()).path();
    }

    static Path of(Plan plan, Path folder, PairDecision... earlier) {
        ReviewFiles.write(folder, plan, List.of(earlier));
        return PAGE.write(folder, plan, List.of(earlier)).path();
    }
}
