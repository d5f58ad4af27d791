package io.mergewell.review.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mergewell.plan.Band;
import io.mergewell.plan.Doubt;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a group is in its band, for people. */
public final class BandReasons {

    private static final String SURE =
            "Every two of its records were compared, the weakest link has a score of %s, nobody would miss what is"
                    + " lost, if anything is, and nothing calls for caution.";

    private static final String HOLDS_MORE = " holds what the merged record would not:";

    private BandReasons() {}

    /**
     * One reason.
     *
     * @param says a sentence, or the beginning of one that ends with the values; it names ids and no other value of a person
     * @param values concerned, as {@code field: value}; none for most reasons
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reason(String says, List<String> values) {

        public Reason {
            values = List.copyOf(values);
        }
    }

    /**
     * Of a group in AUTO why it is sure, else what keeps it from that.
     *
     * @return without the cautions of its rows, which stand at the rows; none if an earlier version planned it, or
     *     cautions are all there is
     */
    public static List<Reason> of(PlannedGroup group) {
        if (group.band() == Band.AUTO) {
            return List.of(new Reason(SURE.formatted(Scores.text(group.minScore())), List.of()));
        }
        return group.doubts().stream()
                .filter(doubt -> !(doubt instanceof Doubt.Cautioned))
                .map(doubt -> doubt instanceof Doubt.ValuesMissed missed
                        ? new Reason(missed.duplicate() + HOLDS_MORE, values(group, missed))
                        : new Reason(doubt.says(), List.of()))
                .toList();
    }

    /** The same for where no value of a person may stand; the cautions of the rows come first, each once. */
    public static List<String> withoutValues(PlannedGroup group) {
        Stream<String> reasons = group.band() == Band.AUTO
                ? of(group).stream().map(Reason::says)
                : group.doubts().stream()
                        .filter(doubt -> !(doubt instanceof Doubt.Cautioned))
                        .map(Doubt::says);
        return Stream.concat(cautions(group), reasons).toList();
    }

    private static Stream<String> cautions(PlannedGroup group) {
        return group.actions().stream()
                .flatMap(action -> action.cautions().stream())
                .distinct()
                .map(caution -> about(group, caution) + caution);
    }

    private static String about(PlannedGroup group, String caution) {
        return group.actions().size() == 1
                ? ""
                : group.actions().stream()
                        .filter(action -> action.cautions().contains(caution))
                        .map(action -> action.duplicate().value())
                        .collect(Collectors.joining(", ", "", ": "));
    }

    private static List<String> values(PlannedGroup group, Doubt.ValuesMissed missed) {
        return group.actions().stream()
                .filter(action -> action.duplicate().equals(missed.duplicate()))
                .map(PlannedAction::valuesLost)
                .flatMap(List::stream)
                .filter(lost -> missed.fields().stream().anyMatch(field -> lost.startsWith(field + ": ")))
                .toList();
    }
}
