package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as the page's block of JSON, a group a line.
 *
 * @param thresholds null where nobody knows them any more
 * @param mostGroups how many the page holds at most, the first in the order of the report
 * @param mostOtherRows for how many rows, as {@link Successions#rows} counts them, it says what another survivor would mean
 */
record PageData(
        Plan plan,
        PageContent content,
        @Nullable Thresholds thresholds,
        @Nullable String applyCommand,
        String rememberCommand,
        int mostGroups,
        long mostOtherRows) {

    private static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new ScriptSafe()).build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * What the page says of the plan as a whole.
     *
     * @param persons in the CRM
     * @param allGroups of the plan, also those that the page does not hold
     * @param allEmpty records of the plan that hold nothing, likewise
     * @param review null where nobody knows any more
     * @param auto null where nothing is sure enough, or nobody knows any more
     * @param applied whether decisions on it were applied before
     */
    private record Head(
            int format,
            String job,
            String plan,
            long persons,
            long allGroups,
            long allEmpty,
            @Nullable Double review,
            @Nullable Double auto,
            @Nullable String apply,
            String remember,
            boolean applied) {}

    void writeTo(Writer writer) throws IOException {
        List<PlannedGroup> groups =
                plan.groups().subList(0, Math.min(mostGroups, plan.groups().size()));
        writer.write("{\"head\": " + JSON.writeValueAsString(head()) + ",\n\"groups\": [");
        String before = "\n";
        long room = mostOtherRows;
        for (PlannedGroup group : groups) {
            boolean hasRoom = Successions.rows(group) <= room;
            room -= hasRoom ? Successions.rows(group) : 0;
            writer.write(before);
            writer.write(JSON.writeValueAsString(PageGroup.of(group, content, hasRoom)));
            before = ",\n";
        }
        // What comes last tells a page that was cut off from a whole one.
        writer.write("\n],\n\"end\": " + groups.size() + "}");
    }

    private Head head() {
        long empty = plan.groups().stream().filter(PlannedGroup::isEmptyShell).count();
        return new Head(
                FORMAT,
                plan.job(),
                plan.id(),
                plan.persons(),
                plan.groups().size() - empty,
                empty,
                thresholds == null ? null : thresholds.review(),
                thresholds == null || thresholds.auto() > 1 ? null : thresholds.auto(),
                applyCommand,
                rememberCommand,
                !content.outcomes().isEmpty());
    }
}
