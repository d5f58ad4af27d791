package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a plan of which decisions were applied, in a real browser. */
@Tag("browser")
class AppliedBrowserTests {

    private static final String LEFT =
            "2 rows left to decide · 1 for reading only · handed in: 1 applied · 1 conflict · 1 not a duplicate";

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void writeThePage() {
        page = Pages.applied(
                SamplePlans.usual(),
                folder,
                Map.of(
                        "r-pair-1", new RowOutcome("applied", "101 went into 100."),
                        "r-four-1", new RowOutcome("conflict", "Its name was changed since."),
                        "r-four-2", new RowOutcome("not a duplicate", "Handed in.")));
    }

    @Test
    void saysWhatBecameOfWhatWasHandedIn() {
        try (Visit visit = Visit.to(page)) {
            assertThat(visit.text("#left")).isEqualTo(LEFT);
            assertThat(visit.text("#group .notice"))
                    .startsWith(
                            "Of this plan was handed in: 1 applied · 1 conflict · 1 not a duplicate. 2 rows can still be"
                                    + " decided here.");
            visit.press("j");
            assertThat(visit.text("[data-row]")).contains("applied", "101 went into 100.");
            visit.find("#show").selectOption("open");
            assertThat(visit.text("#found")).startsWith("1 of 3 groups");
            visit.press("j");
            assertThat(visit.text(".outcome.conflict")).isEqualTo("Its name was changed since.");
        }
    }

    @Test
    void tellsItOfTheSurvivorThatWasTaken() {
        Path overridden = Pages.applied(
                SamplePlans.usual(),
                folder,
                Map.of("r-pair-1", new RowOutcome("applied", "100 went into 101.").with("101")));
        try (Visit visit = Visit.to(overridden)) {
            visit.press("j");
            assertThat(visit.text("#group")).contains("101 survives instead of 100, as it was handed in.");
            assertThat(visit.text("[data-row] h3")).contains("(100) →", "(101)");
            assertThat(visit.text("#group .records caption")).startsWith("Survivor: your choice; planned was 100");
        }
    }

    @Test
    void decidesOnWhatIsLeftAndNothingElse() throws IOException {
        try (Visit visit = Visit.to(page)) {
            visit.find("#export").click();
            assertThat(visit.text("#said")).startsWith("Nothing is decided here that was not handed in before");
            visit.press("j a");
            assertThat(visit.text("#said")).startsWith("This was handed in before (applied)");
            assertThat(visit.find("#group .decision, #group .note").count()).isZero();
            visit.press("j 1 r 0 a");

            assertThat(visit.text("#left"))
                    .isEqualTo(
                            "1 row left to decide · 1 approved · 1 for reading only · handed in: 1 applied · 1 conflict ·"
                                    + " 1 not a duplicate");
            assertThat(visit.find("input[type=radio]:enabled").count()).isZero();
            assertThat(Exported.of(visit, folder).column("decision")).containsExactly("", "", "", "APPROVE", "", "");
        }
    }

    @Test
    void leavesToThePageOfTheDryRunWhatThatHoldsOnRowsThatAreDoneHere() {
        try (Visit visit = Visit.to(page)) {
            visit.run("localStorage.setItem('mergewell.review.p00000000000000ff',"
                    + " JSON.stringify({rows: [['r-pair-1', 'APPROVE', '']]}));"
                    + " Storage.prototype.setItem = () => {}");
            visit.reload();
            visit.press("j j 3 h");
            visit.run("dispatchEvent(new Event('pagehide'))");

            assertThat((String) visit.run("localStorage.getItem('mergewell.review.p00000000000000ff')"))
                    .contains("[[\"r-four-3\",\"HOLD\",\"\"],[\"r-pair-1\",\"APPROVE\",\"\"]]");
        }
    }

    @Test
    void forgetsWhatThePageOfTheDryRunRemembersOfRowsThatWereHandedIn() {
        try (Visit visit = Visit.to(page)) {
            visit.run("localStorage.setItem('mergewell.review.p00000000000000ff',"
                    + " JSON.stringify({rows: [['r-pair-1', 'APPROVE', ''], ['r-four-3', 'HOLD', 'ask']]}));"
                    // Or the page would write over it when it is left.
                    + " Storage.prototype.setItem = () => {}");
            visit.reload();

            assertThat(visit.text("#left"))
                    .isEqualTo(
                            "1 row left to decide · 1 on hold · 1 for reading only · handed in: 1 applied · 1 conflict ·"
                                    + " 1 not a duplicate");
        }
    }
}
