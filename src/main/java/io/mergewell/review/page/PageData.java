package io.mergewell.review.page;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as the page's block of JSON, a group a line.
 *
 * @param groups those of the plan that the page holds
 * @param thresholds null where nobody knows them any more
 * @param mostOtherRows for how many rows, as {@link Successions#rows} counts them, it says what another survivor would mean
 */
record PageData(
        Plan plan,
        List<PlannedGroup> groups,
        PageContent content,
        @Nullable Thresholds thresholds,
        @Nullable String applyCommand,
        String rememberCommand,
        long mostOtherRows) {

    private static final int FORMAT = 1;

    /** Groups that are worked out together, by all processors. */
    private static final int AT_ONCE = 500;

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
        writer.write("{\"head\": " + JSON.writeValueAsString(head()) + ",\n\"groups\": [");
        boolean[] hasRoom = rooms();
        String before = "\n";
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            List<String> lines = IntStream.range(from, Math.min(from + AT_ONCE, groups.size()))
                    .parallel()
                    .mapToObj(
                            place -> JSON.writeValueAsString(PageGroup.of(groups.get(place), content, hasRoom[place])))
                    .toList();
            for (String line : lines) {
                writer.write(before);
                writer.write(line);
                before = ",\n";
            }
        }
        // What comes last tells a page that was cut off from a whole one.
        writer.write("\n],\n\"end\": " + groups.size() + "}");
    }

    /** For each group, whether the page has room for what becomes of it if another survives. */
    private boolean[] rooms() {
        boolean[] rooms = new boolean[groups.size()];
        long left = mostOtherRows;
        for (int place = 0; place < rooms.length; place++) {
            long rows = Successions.rows(groups.get(place));
            rooms[place] = rows <= left;
            left -= rooms[place] ? rows : 0;
        }
        return rooms;
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
