package io.mergewell.review;

import java.nio.file.Path;

/** {@code latest} in a job's reports: points to the newest run. */
public final class LatestRun {

    private LatestRun() {}

    /**
     * Lets {@code latest} point to a run.
     *
     * @param runFolder a folder in the job's reports
     * @throws ReviewException if it cannot be written; then it points where it did
     */
    public static void pointTo(Path runFolder) {}
}
