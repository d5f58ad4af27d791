package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why somebody is asked, and what another survivor would mean, in a real browser. */
@Tag("browser")
class SurvivorBrowserTests {

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void writeThePage() {
        page = Pages.of(SamplePlans.planned(), folder);
    }

    @Test
    void saysWhyTheGroupIsLeftToPeople() {
        try (Visit visit = Visit.to(page)) {
            visit.press("j");

            assertThat(visit.text(".asked h3")).isEqualTo("Why you are asked");
            assertThat(visit.texts(".asked li"))
                    .containsExactly(
                            "A birth date that 5 persons share.",
                            "The link between 100 and 101 has a score of 0.9876; AUTO takes 0.999 between every two records"
                                    + " of a group.",
                            "101 holds what the merged record would not: job title: Head of Programming");
        }
    }

    @Test
    void showsWhatAnotherSurvivorWouldHoldAndLose() {
        try (Visit visit = Visit.to(page)) {
            visit.press("j");
            assertThat(golden(visit)).contains("Countess").doesNotContain("Head of Programming");
            assertThat(visit.texts(".lost li")).containsExactly("job title: Head of Programming");
            visit.press("1 s");

            assertThat(visit.text(".caution")).startsWith("You chose 101 to survive instead of 100.");
            assertThat(golden(visit)).contains("Head of Programming").doesNotContain("Countess");
            assertThat(golden(visit)).contains("+\nada@example.org");
            assertThat(visit.texts(".lost li")).containsExactly("job title: Countess");
            assertThat(visit.texts(".gained li")).containsExactly("e-mail: ada@example.org");
            assertThat(visit.text("[data-row] h3")).contains("(100) → Ada Lovelace (101)");
            assertThat(visit.text("[role=option] .what")).contains("101 survives");
        }
    }

    @Test
    void goesBackToThePlannedSurvivorAndKeepsTheFocus() throws IOException {
        try (Visit visit = Visit.to(page)) {
            visit.press("j 1 s");
            assertThat(visit.run("document.activeElement.dataset.row")).isEqualTo("0");
            visit.press("s");
            assertThat(golden(visit)).contains("Countess");
            visit.find("input[value='101']").check();
            assertThat(visit.run("document.activeElement.value")).isEqualTo("101");
            visit.press("u");
            assertThat(golden(visit)).contains("Countess");
            visit.press("1 s 0 a");

            assertThat(Exported.of(visit, folder).column("override_survivor_id"))
                    .containsExactly("101");
        }
    }

    private static List<String> golden(Visit visit) {
        return visit.texts(".records td.golden .value");
    }
}
