package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.words.BandReasons;
import io.mergewell.review.words.Scores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as the page reads it.
 *
 * @param min score of the weakest link as text; empty for an empty shell
 * @param why it is this survivor
 * @param because why it is in its band, beside the cautions of its rows
 * @param members the survivor first; of an empty shell the record itself
 * @param golden what the survivor will hold; null for an empty shell
 * @param others what becomes of it if another survives; none where nobody else can, or it is too large to work that out, or the page is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageGroup(
        String id,
        String min,
        String why,
        List<BandReasons.Reason> because,
        List<PageMember> members,
        @Nullable PageMember golden,
        List<PageSuccession> others,
        List<PageRow> rows) {

    /** @param hasRoom whether the page has room for what becomes of the group if another survives */
    static PageGroup of(PlannedGroup group, PageContent content, boolean hasRoom) {
        PlannedGroup shown = content.wording().of(group);
        PageMember golden = shown.golden() == null ? null : PageMember.of(shown.golden());
        return new PageGroup(
                group.id(),
                group.isEmptyShell() ? "" : Scores.text(group.minScore()),
                group.survivorReason(),
                BandReasons.of(group).stream()
                        .map(reason -> named(reason, content.wording()))
                        .toList(),
                shown.members().stream().map(PageMember::of).toList(),
                golden,
                golden == null || !hasRoom ? List.of() : content.successions().of(group, golden, content.wording()),
                shown.actions().stream()
                        .map(action -> PageRow.of(shown, action, content))
                        .toList());
    }

    private static BandReasons.Reason named(BandReasons.Reason reason, Wording wording) {
        return new BandReasons.Reason(wording.of(reason.says()), wording.of(reason.values()));
    }
}
