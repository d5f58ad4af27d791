package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.HeldRows;
import io.mergewell.review.words.Scores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as the page reads it.
 *
 * @param min score of the weakest link as text; empty for an empty shell
 * @param why it is this survivor
 * @param members the survivor first; of an empty shell the record itself
 * @param golden what the survivor will hold; null for an empty shell
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageGroup(
        String id,
        String min,
        String why,
        List<PageMember> members,
        @Nullable PageMember golden,
        List<PageRow> rows) {

    static PageGroup of(PlannedGroup group, HeldRows held) {
        return new PageGroup(
                group.id(),
                group.isEmptyShell() ? "" : Scores.text(group.minScore()),
                group.survivorReason(),
                group.members().stream().map(PageMember::of).toList(),
                group.golden() == null ? null : PageMember.of(group.golden()),
                group.actions().stream()
                        .map(action -> PageRow.of(group, action, held))
                        .toList());
    }
}
