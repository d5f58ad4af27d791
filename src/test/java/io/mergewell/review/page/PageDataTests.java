package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.Thresholds;
import io.mergewell.plan.Plan;
import io.mergewell.plan.wording.Wording;
import io.mergewell.review.HeldRows;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageDataTests {

    private static final long MOST_OTHER_ROWS = 9;

    private static final Thresholds THRESHOLDS = new Thresholds(0.9, 1.1);

    @ParameterizedTest
    @ValueSource(strings = {"</script>", "<!--", "]]>", "\u2028\u2029", "&lt;"})
    void endsNoElementWhateverTheNames(String text) throws IOException {
        String json = written(SamplePlans.saying(text), 10);

        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(JsonMapper.shared()
                        .readTree(json)
                        .at("/groups/0/members/0/name")
                        .asString())
                .isEqualTo(text.strip());
    }

    @Test
    void holdsTheFirstGroupsOfALargePlanAndSaysSo() throws IOException {
        JsonNode data = JsonMapper.shared().readTree(written(SamplePlans.usual(), 2));

        assertThat(data.at("/head/allGroups").asInt()).isEqualTo(3);
        assertThat(data.at("/head/allEmpty").asInt()).isEqualTo(1);
        assertThat(data.at("/groups").size()).isEqualTo(2);
        assertThat(data.at("/end").asInt()).isEqualTo(2);
        assertThat(data.at("/head/auto").isNull()).isTrue();
    }

    /** A pair takes one row, a group of four nine. */
    @Test
    void saysWhatOtherSurvivorsMeanAsFarAsItHasRoom() throws IOException {
        JsonNode groups =
                JsonMapper.shared().readTree(written(SamplePlans.usual(), 3)).at("/groups");

        assertThat(groups.at("/0/others").size()).isEqualTo(1);
        assertThat(groups.at("/1/members").size()).isEqualTo(4);
        assertThat(groups.at("/1/others").isMissingNode()).isTrue();
    }

    @Test
    void keepsNoMoreThanAGroupInMemory() throws IOException {
        int[] largest = {0};
        Writer writer = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                largest[0] = Math.max(largest[0], length);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        data(SamplePlans.large(2_000), 20_000).writeTo(writer);

        assertThat(largest[0]).isBetween(500, 10_000);
    }

    @Test
    void givesTheSameBytesForTheSamePlan(@TempDir Path folder) throws IOException {
        Path page = Pages.of(SamplePlans.usual(), folder);
        byte[] first = Files.readAllBytes(page);
        Pages.of(SamplePlans.usual(), folder);

        assertThat(page).hasBinaryContent(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
    }

    private static String written(Plan plan, int mostGroups) throws IOException {
        StringWriter writer = new StringWriter();
        data(plan, mostGroups).writeTo(writer);
        return writer.toString();
    }

    private static PageData data(Plan plan, int mostGroups) {
        PageContent content = new PageContent(new HeldRows(List.of()), Map.of(), Pages.SUCCESSIONS, Wording.NONE);
        return new PageData(
                plan,
                plan.groups().subList(0, Math.min(mostGroups, plan.groups().size())),
                content,
                THRESHOLDS,
                null,
                "remember",
                MOST_OTHER_ROWS);
    }
}
