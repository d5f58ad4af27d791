package io.mergewell.review.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.plan.golden.FieldValue;
import io.mergewell.plan.golden.Succession;
import io.mergewell.plan.wording.Wording;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of a group if another of its records survives, as the page reads it; what is empty is left out.
 *
 * @param survivor who would
 * @param golden those fields of what it will hold that the planned golden record holds otherwise; empty where that holds
 *     something and this nothing
 * @param changes one for each row of the group, in their order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PageSuccession(String survivor, ObjectNode golden, List<Change> changes) {

    /**
     * As {@link PageRow} has it of the planned survivor.
     *
     * @param unseen what would be lost and the plan does not show
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Change(List<String> conflicts, List<String> gained, List<String> lost, List<String> unseen) {

        static Change of(Succession.Change change, Wording wording) {
            return new Change(
                    wording.of(change.conflicts()),
                    wording.of(texts(change.gained())),
                    wording.of(texts(change.lost())),
                    wording.of(texts(change.unseen())));
        }

        private static List<String> texts(List<FieldValue> values) {
            return values.stream().map(FieldValue::text).toList();
        }
    }

    static PageSuccession of(Succession succession, PageMember planned, Wording wording) {
        return new PageSuccession(
                succession.golden().id().value(),
                PageMember.of(wording.of(succession.golden())).differingFrom(planned),
                succession.changes().stream()
                        .map(change -> Change.of(change, wording))
                        .toList());
    }
}
