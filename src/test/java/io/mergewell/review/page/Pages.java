package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.review.ReviewFiles;
import java.nio.file.Path;
import java.util.List;

/** Pages on disk, each beside its review.csv. */
final class Pages {

    private static final ReviewPage PAGE =
            new ReviewPage(new Thresholds(0.9, 0.999), "./run.sh apply jobs/acme.yml review.csv");

    private Pages() {}

    static Path of(Plan plan, Path folder, PairDecision... earlier) {
        ReviewFiles.write(folder, plan, List.of(earlier));
        return PAGE.write(folder, plan, List.of(earlier)).path();
    }
}
