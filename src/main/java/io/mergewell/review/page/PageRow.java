package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.match.Evidence;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.words.Reasons;
import io.mergewell.review.words.Scores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as the page reads it; what is empty is left out.
 *
 * @param score as text; empty for an empty shell
 * @param decision what was put off earlier, with its note and reviewer; empty where nothing was
 * @param outcome null for a row that can still be decided
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageRow(
        String key,
        String action,
        String band,
        String score,
        String duplicate,
        List<Evidence> evidence,
        List<String> cautions,
        List<String> conflicts,
        List<String> gained,
        List<String> lost,
        String decision,
        String note,
        String reviewer,
        @Nullable RowOutcome outcome) {

    static PageRow of(PlannedGroup group, PlannedAction action, PageContent content) {
        return new PageRow(
                action.rowKey(),
                action.kind().name(),
                action.band().name(),
                group.isEmptyShell() ? "" : Scores.text(action.score()),
                action.duplicate().value(),
                Reasons.told(action.evidence()).stream().map(PageRow::rounded).toList(),
                action.cautions(),
                action.conflicts(),
                action.valuesGained(),
                action.valuesLost(),
                content.held().cell(group, action, decided -> decided.decision().name()),
                content.held().cell(group, action, PairDecision::note),
                content.held().cell(group, action, PairDecision::reviewer),
                content.outcomes().get(action.rowKey()));
    }

    /** To a tenth, as {@code review.csv} writes it. */
    private static Evidence rounded(Evidence evidence) {
        return new Evidence(evidence.field(), evidence.level(), Math.round(evidence.bits() * 10) / 10.0 + 0.0);
    }
}
