package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.review.page.Visit;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the page to the CRM: what somebody approves with the keyboard is merged, and nothing else. */
@Tag("browser")
class ReviewedInBrowserTests {

    private static final Pattern DUPLICATE = Pattern.compile("\\((\\d+)\\)");

    @Test
    void mergesWhatWasApprovedInThePageAndNothingElse(@TempDir Path folder) throws IOException {
        Village village = Village.on(Engine.H2);
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            approve(village, rehearsal.folder().resolve(Rehearsal.REVIEW));

            assertThat(rehearsal.apply()).isZero();
            Aftermath.of(rehearsal).isAllDone();
            try (Visit visit = Visit.to(rehearsal.folder().resolve("reports/acme/latest/review.html"))) {
                assertThat(visit.text("#left"))
                        .startsWith("0 rows left to decide")
                        .contains("handed in: 5 applied");
                visit.press("j");
                assertThat(visit.text("[data-row] .outcome")).matches("\\d+ went into \\d+\\.");
            }
        }
    }

    private static void approve(Village village, Path decided) {
        try (Visit visit = Visit.to(village.review().resolveSibling("review.html"))) {
            for (int group = 0; group < village.plan().groups().size(); group++) {
                visit.press("j");
                List<String> rows = visit.texts("[data-row] h3");
                for (int row = 0; row < rows.size(); row++) {
                    Matcher duplicate = DUPLICATE.matcher(rows.get(row));
                    assertThat(duplicate.find()).isTrue();
                    boolean isApproved = Rehearsal.USUAL.contains(Long.valueOf(duplicate.group(1)));
                    visit.press(row + 1 + (isApproved ? " a 0" : row % 2 == 0 ? " r 0" : " h 0"));
                }
            }
            assertThat(visit.text("#left")).startsWith("0 rows left to decide · 5 approved");
            visit.export(decided);
        }
    }
}
