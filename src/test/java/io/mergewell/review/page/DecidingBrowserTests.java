package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reviewer decides, in a real browser. */
@Tag("browser")
class DecidingBrowserTests {

    private static final String UNDECIDED = "5 rows left to decide · 1 for reading only";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            j a         | 4 rows left to decide · 1 approved · 1 for reading only
            j r         | 4 rows left to decide · 1 rejected · 1 for reading only
            j h         | 4 rows left to decide · 1 on hold · 1 for reading only
            j n         | 4 rows left to decide · 1 not a duplicate · 1 for reading only
            j a a       | 1 row left to decide · 4 approved · 1 for reading only
            j a k r     | 4 rows left to decide · 1 rejected · 1 for reading only
            j a k c     | 5 rows left to decide · 1 for reading only
            j a a u u   | 5 rows left to decide · 1 for reading only
            j j 2 r     | 4 rows left to decide · 1 rejected · 1 for reading only
            j j 2 r 0 a | 2 rows left to decide · 3 approved · 1 for reading only
            j j 2 d     | 2 rows left to decide · 2 approved · 1 not a duplicate · 1 for reading only
            j j 2 d u   | 5 rows left to decide · 1 for reading only
            j j j a     | 5 rows left to decide · 1 for reading only
            j j j r     | 5 rows left to decide · 1 rejected
            j j j j n   | 5 rows left to decide · 1 for reading only
            j j j j a   | 4 rows left to decide · 1 approved · 1 for reading only
            a           | 5 rows left to decide · 1 for reading only
            """)
    void countsWhatTheKeysDecide(String keys, String counts) {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press(keys);

            assertThat(visit.text("#left")).isEqualTo(counts);
        }
    }

    @Test
    void saysWhyARowForReadingCannotBeApproved() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j j a");

            assertThat(visit.text("#said")).startsWith("Action NONE is for reading: this system cannot carry it out.");
            assertThat(visit.find(".APPROVE").getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(visit.find("input[type=radio]").first().isDisabled()).isTrue();
        }
    }

    @Test
    void goesBackToTheGroupOfTheStepThatItUndoes() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j a");
            assertThat(visit.text("#group h2")).startsWith("Grace Hopper");
            visit.press("u");

            assertThat(visit.text("#group h2")).startsWith("Ada Lovelace");
            assertThat(visit.text("#said")).isEqualTo("Undone: Ada Lovelace.");
        }
    }

    @Test
    void letsAnotherMemberSurviveInAllRowsOfTheGroup() throws IOException {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j 2 s 0 a");
            Exported exported = Exported.of(visit, folder);

            assertThat(exported.column("override_survivor_id")).containsExactly("", "202", "202", "202", "", "");
            assertThat(exported.column("decision")).containsExactly("", "APPROVE", "APPROVE", "APPROVE", "", "");
        }
    }

    @Test
    void takesTheOverrideBackWhenTheOneWhoSurvivesIsDropped() throws IOException {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j");
            visit.find("input[value='203']").check();
            assertThat(visit.text(".caution")).startsWith("You chose 203 to survive instead of 200.");
            visit.press("3 n");
            assertThat(visit.text("#said")).startsWith("The planned survivor is back");
            visit.press("s");
            assertThat(visit.text("#said")).startsWith("You decided that this record is not to be merged");
            Exported exported = Exported.of(visit, folder);

            assertThat(exported.column("override_survivor_id")).containsOnly("");
        }
    }

    @Test
    void signsWhatWasDecidedAndKeepsANotePerRow() throws IOException {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.find("#reviewer").fill("=Zoë; 1");
            visit.press("Escape j j");
            visit.find(".note input").nth(1).fill("-2 mails, see \"deal\"");
            visit.press("Tab 0 a");
            Exported exported = Exported.of(visit, folder);

            assertThat(exported.column("note")).containsExactly("", "", "-2 mails, see \"deal\"", "", "", "");
            assertThat(exported.column("reviewer")).containsExactly("", "=Zoë; 1", "=Zoë; 1", "=Zoë; 1", "", "");
        }
    }

    @Test
    void showsWhatWasPutOffEarlierAndLeavesItAsItWas() throws IOException {
        PairDecision held = new PairDecision(
                new PersonId("100"),
                new PersonId("101"),
                Decision.HOLD,
                "Max",
                "ask Ada",
                Instant.parse("2026-11-20T00:00:00Z"),
                "",
                "",
                "");
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder, held))) {
            assertThat(visit.text("#left")).isEqualTo("4 rows left to decide · 1 on hold · 1 for reading only");
            visit.press("j");
            assertThat(visit.find(".note input").first().inputValue()).isEqualTo("ask Ada");
            assertThat(visit.find(".HOLD").getAttribute("aria-pressed")).isEqualTo("true");
            Exported exported = Exported.of(visit, folder);

            assertThat(exported.rows().get(0).reviewer()).isEqualTo("Max");
            assertThat(exported.rows().get(0).decision()).isEqualTo(Decision.HOLD);
        }
    }

    @Test
    void findsItsDecisionsAgainWhenItIsOpenedAgain() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.find("#reviewer").fill("Zoë");
            visit.press("Escape j a 2 d 1 s");
            String counts = visit.text("#left");
            assertThat(counts).contains("3 approved", "1 not a duplicate");
            visit.reload();

            assertThat(visit.warnings()).isEqualTo(1);
            assertThat(visit.text("#left")).isEqualTo(counts);
            assertThat(visit.find("#reviewer").inputValue()).isEqualTo("Zoë");
            visit.press("j j");
            assertThat(visit.find("input[value='201']").isChecked()).isTrue();
        }
    }

    @Test
    void leavesWithoutAWarningOnceTheDecisionsAreSaved() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j a");
            visit.export(folder.resolve("decided.csv"));
            visit.reload();

            assertThat(visit.warnings()).isZero();
            assertThat(visit.text("#left")).contains("1 approved");
        }
    }

    @Test
    void worksWhereTheBrowserKeepsNothing() throws IOException {
        try (Visit visit = Visit.withoutStorage(Pages.of(SamplePlans.usual(), folder))) {
            assertThat(visit.text("#said")).startsWith("This browser keeps nothing for this page");
            visit.press("j a");
            assertThat(Exported.of(visit, folder).column("decision")).startsWith("APPROVE");
            visit.reload();

            assertThat(visit.text("#left")).isEqualTo(UNDECIDED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"rows":[["r-pair-1","BURN",""],["r-read-1","APPROVE",""],["nobody","APPROVE",""]],"survivors":[["g-read","301"],["g-pair","999"]]}
            {"rows":[["r-pair-1","APPR
            {"rows":7,"survivors":"x"}
            null
            """)
    void forgetsWhatTheBrowserKeptDamaged(String kept) {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.run("localStorage.setItem('mergewell.review.p00000000000000ff', '" + kept + "')");
            visit.reload();

            assertThat(visit.text("#left")).isEqualTo(UNDECIDED);
        }
    }

    @Test
    void savesNothingWhereNothingIsDecided() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j a u");
            visit.find("#export").click();

            assertThat(visit.text("#said")).startsWith("Nothing is decided yet, so there is nothing to save");
        }
    }
}
