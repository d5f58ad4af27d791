package io.mergewell.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.blocking.CandidatePairs.SkippedBlocks;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonValuesTests {

    private static final SkippedBlocks EMAIL = new SkippedBlocks("e-mail", 50, 1, 60);
    private static final SkippedBlocks SOUND = new SkippedBlocks("name sound", 30, 12, 4_000);
    private static final SkippedBlocks CITY = new SkippedBlocks("city", 20, 9, 90_000);
    private static final SkippedBlocks YEAR = new SkippedBlocks("year of birth", 20, 70, 100_000);

    @Test
    void saysNothingWhereNothingIsCommon() {
        CommonValues common = new CommonValues(List.of());
        assertThat(common.note()).isEmpty();
        assertThat(common.details()).isEmpty();
    }

    @Test
    void namesAFewInASentence() {
        assertThat(new CommonValues(List.of(EMAIL, SOUND)).note())
                .hasValue("Too many records share a value to compare them for it alone: by name sound (4,000 records),"
                        + " e-mail (60 records). Records that share something rarer are compared all the same."
                        + " Here a record counts once for each such value.");
    }

    @Test
    void namesTheLargestOfManyAndLeavesTheRestToTheDetails() {
        CommonValues common = new CommonValues(List.of(EMAIL, SOUND, CITY, YEAR));
        assertThat(common.note())
                .hasValue("Too many records share a value to compare them for it alone: by 4 keys, above all by year of"
                        + " birth (100,000 records), city (90,000 records), name sound (4,000 records); summary.json"
                        + " names all under details. Records that share something rarer are compared all the same."
                        + " Here a record counts once for each such value.");
        assertThat(common.details())
                .hasSize(4)
                .startsWith(
                        "Too common to compare by e-mail alone: 1 value shared by more than 50 records (60 records in"
                                + " all).")
                .anyMatch(detail -> detail.endsWith(" records in all, a record counted once for each of its values)."));
    }
}
