package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.HeldRows;
import io.mergewell.review.files.Artefact;
import io.mergewell.review.files.AtomicFile;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code review.html}: the proposals of {@code review.csv} to look at and decide in, from which a browser saves a
 * {@code review.csv} with decisions. The page brings its own text, style and script along and forbids the browser
 * everything else.
 *
 * @param thresholds those that matching used; null where nobody knows any more
 * @param applyCommand what to type to apply the decisions saved as {@code review.csv}; null where nothing can be applied
 * @param rememberCommand what to type to have them remembered, whatever can be applied
 * @param successions works out what becomes of a group if another survives
 * @param wording says by names what it shows
 */
public record ReviewPage(
        @Nullable Thresholds thresholds,
        @Nullable String applyCommand,
        String rememberCommand,
        Successions successions,
        Wording wording) {

    /** The file's name. */
    public static final String NAME = "review.html";

    /** Beyond this a browser takes too long to open the page: the rest is in {@code review.csv} alone. */
    static final int MOST_GROUPS = 20_000;

    /** Beyond this the page, and the time to write it, would grow by more than people choose other survivors for. */
    static final long MOST_OTHER_ROWS = 10_000;

    /** Those groups of a plan that its page holds: the first in the order of the report. */
    public static List<PlannedGroup> groupsOf(Plan plan) {
        return plan.groups().subList(0, Math.min(MOST_GROUPS, plan.groups().size()));
    }

    /**
     * Writes the page, group by group. The same plan, decisions, outcomes and names give the same bytes.
     *
     * @param runFolder made if it does not exist
     * @param earlier decisions: a row on hold comes as it was left
     * @param outcomes what became of rows that were handed in, by row key: nobody decides on them again; none before an
     *     apply
     * @throws io.mergewell.review.files.ReviewException if it cannot be written; it is never half-written
     */
    public Artefact write(Path runFolder, Plan plan, List<PairDecision> earlier, Map<String, RowOutcome> outcomes) {
        PageContent content = new PageContent(new HeldRows(earlier), outcomes, successions, wording);
        PageData data =
                new PageData(plan, groupsOf(plan), content, thresholds, applyCommand, rememberCommand, MOST_OTHER_ROWS);
        return AtomicFile.write(runFolder.resolve(NAME), out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            PageFrame.write(writer, data::writeTo);
            writer.flush();
        });
    }
}
