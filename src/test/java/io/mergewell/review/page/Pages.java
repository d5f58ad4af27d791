package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.normalise.Phones;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.Aside;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.ReviewFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Pages on disk, each beside its review.csv. */
final class Pages {

    private static final Thresholds THRESHOLDS = new Thresholds(0.9, 0.999);
    private static final String REMEMBER = "./run.sh decisions jobs/acme.yml import review.csv";

    /** Of records that hold nothing beside their persons. */
    static final Successions SUCCESSIONS = new Successions(new Phones("US"), Room.AMPLE, person -> Aside.NONE);

    private static final ReviewPage PAGE =
            new ReviewPage(THRESHOLDS, "./run.sh apply jobs/acme.yml review.csv", REMEMBER, SUCCESSIONS, Wording.NONE);

    private static final ReviewPage REPORT_ONLY = new ReviewPage(THRESHOLDS, null, REMEMBER, SUCCESSIONS, Wording.NONE);

    private Pages() {}

    /** Of a system that nobody changes. */
    static Path ofReportOnly(Plan plan, Path folder) {
        return REPORT_ONLY.write(folder, plan, List.of(), Map.of()).path();
    }

    static Path of(Plan plan, Path folder, PairDecision... earlier) {
        ReviewFiles.write(folder, plan, List.of(earlier));
        return PAGE.write(folder, plan, List.of(earlier), Map.of()).path();
    }

    /** Of a system that tells names. */
    static Path named(Plan plan, Path folder, Wording wording) {
        return new ReviewPage(THRESHOLDS, null, REMEMBER, SUCCESSIONS, wording)
                .write(folder, plan, List.of(), Map.of())
                .path();
    }

    /** After an apply. @param outcomes by row key */
    static Path applied(Plan plan, Path folder, Map<String, RowOutcome> outcomes) {
        ReviewFiles.write(folder, plan, List.of());
        return PAGE.write(folder, plan, List.of(), outcomes).path();
    }
}
