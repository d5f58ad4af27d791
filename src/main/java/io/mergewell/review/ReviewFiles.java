package io.mergewell.review;

import io.mergewell.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/** Writes what people read and decide in. */
public final class ReviewFiles {

    private ReviewFiles() {}

    /**
     * Writes {@code review.csv} and {@code groups.csv}.
     *
     * @param runFolder made if it does not exist
     * @return the files written
     * @throws ReviewException if one cannot be written; none is ever half-written
     */
    public static List<Artefact> write(Path runFolder, Plan plan) {
        return List.of();
    }
}
