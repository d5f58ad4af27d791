package io.mergewell.job;

import java.nio.file.Path;

/** What people can do with the report on a system that this program never changes. */
public final class ReportOnly {

    /** What decisions are good for there. */
    public static final String USE =
            "Decisions on its report can be remembered: REJECT and NOT_DUPLICATE keep two records out of the next report,"
                    + " HOLD brings them back as they were left.";

    private ReportOnly() {}

    /** The command that remembers the decisions of a review. */
    public static String next(JobFile file, Path review) {
        return NextCommand.of("decisions", file.path(), "import", review.toString());
    }
}
