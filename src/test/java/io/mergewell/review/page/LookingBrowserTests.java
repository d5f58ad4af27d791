package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer sees, in a real browser. */
@Tag("browser")
class LookingBrowserTests {

    /** Texts whose contrast with what is behind them is below what WCAG 2.2 asks for (1.4.3): 4.5. */
    private static final String PALE = """
            () => {
              const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
                .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (element) => {
                const color = numbers(getComputedStyle(element).backgroundColor);
                return color[3] === 0 && element.parentElement ? behind(element.parentElement) : color;
              };
              return [...document.querySelectorAll('#page *')]
                .filter((e) => !e.closest('svg, option') && !e.matches(':disabled, [aria-disabled=true] *, [aria-disabled=true], :disabled *'))
                .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
                .filter((e) => {
                  const style = getComputedStyle(e);
                  const ground = behind(e);
                  const ink = numbers(style.color).slice(0, 3)
                    .map((c, i) => c * style.opacity + ground[i] * (1 - style.opacity));
                  const [dark, pale] = [light(ink), light(ground)].sort((a, b) => a - b);
                  return (pale + 0.05) / (dark + 0.05) < 4.5;
                })
                .map((e) => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 30));
            }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '%', textBlock = """
            #band   | AUTO            | 1 of 3 groups, 0 of 1 empty record
            #band   | REVIEW          | 2 of 3 groups, 1 of 1 empty record
            #owner  | Owner 2         | 1 of 3 groups, 0 of 1 empty record
            #owner  | (none)          | 0 of 3 groups, 1 of 1 empty record
            #reason | e-mail the same | 3 of 3 groups, 0 of 1 empty record
            #reason | empty record    | 0 of 3 groups, 1 of 1 empty record
            #show   | reading         | 1 of 3 groups, 0 of 1 empty record
            #show   | losses          | 2 of 3 groups, 0 of 1 empty record
            #show   | cautions        | 2 of 3 groups, 1 of 1 empty record
            #show   | left            | 2 of 3 groups, 1 of 1 empty record
            """)
    void filters(String filter, String value, String found) {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.find(filter).selectOption(value);

            assertThat(visit.text("#found")).isEqualTo(found);
            visit.find("#filters button[type=reset]").click();
            assertThat(visit.text("#found")).isEqualTo("3 groups and 1 empty record");
        }
    }

    @ParameterizedTest
    @CsvSource({"hopper, 1", "HOPPER 203, 1", "lovelace hopper, 0", "example.org, 3", "r-shell, 1"})
    void searchesAllThatIsKnown(String words, int found) {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("/");
            visit.page().keyboard().type(words);

            assertThat(visit.texts("[role=option]")).hasSize(found);
            visit.press("j");
            assertThat(visit.find("#text").inputValue()).endsWith("j");
        }
    }

    @Test
    void keepsWhatIsShownWhileItIsDecided() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.find("#show").selectOption("left");
            visit.find("#list").focus();
            visit.press("j a");
            assertThat(visit.text("#found")).isEqualTo("2 of 3 groups, 1 of 1 empty record");
            assertThat(visit.text("#group h2")).startsWith("Grace Hopper");
        }
    }

    @Test
    void showsWhatDiffersWhatIsLostAndWhatSpeaksForAndAgainst() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j");

            assertThat(visit.text(".cautions")).contains("201, 202, 203: phone shared by 5 persons");
            assertThat(visit.texts(".records thead th")).hasSize(6);
            assertThat(visit.texts(".records .other")).contains("≠\ngrace-hopper1@example.org");
            assertThat(visit.texts(".lost"))
                    .containsExactly("birth date: 1971-03-02", "birth date: 1971-03-02", "birth date: 1971-03-02");
            assertThat(visit.texts(".evidence li").subList(0, 3))
                    .extracting(line -> line.replaceAll("\\s+", " "))
                    .containsExactly("family name the same +10.9", "e-mail the same +11.0", "phone different -2.7");
            assertThat(visit.find(".scale .against").count()).isEqualTo(3);
        }
    }

    @Test
    void saysAtTheTopAndWhenItIsSavedWhatDecisionsAreGoodForWhereNothingCanBeApplied() {
        try (Visit visit = Visit.to(Pages.ofReportOnly(SamplePlans.usual(), folder))) {
            assertThat(visit.text("#report-only")).contains("Nothing that is decided here can be applied");
            visit.press("j r");
            visit.export(folder.resolve("saved.csv"));
            assertThat(visit.text("#said")).contains("./run.sh decisions jobs/acme.yml import review.csv");
        }
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            assertThat(visit.find("#report-only").isVisible()).isFalse();
        }
    }

    @Test
    void drawsThePlan() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            assertThat(visit.texts("figcaption")).hasSize(4);
            assertThat(visit.find("svg").nth(1).getAttribute("aria-label"))
                    .isEqualTo(
                            "Rows by score: 5 rows, 1 of them at 0.9999, the highest; proposed from 0.9000, AUTO from"
                                    + " 0.9990");
            assertThat(visit.text("#group"))
                    .contains("30,000 records now → 30,000 with what is approved so far → 29,995");
            visit.press("j a o");
            assertThat(visit.text("#group")).contains("→ 29,999 with what is approved so far");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isReadableByDayAndByNight(ColorScheme scheme) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setColorScheme(scheme);
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder), options)) {
            assertThat((List<?>) visit.run(PALE)).isEmpty();
            for (String keys : List.of("j a", "r", "k 2 d 1 s h", "?")) {
                visit.press(keys);
                assertThat((List<?>) visit.run(PALE)).as(keys).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {640, 400})
    void fitsAWindowReadAtTwiceTheSize(int width) {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(width, 400).setDeviceScaleFactor(2);
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder), options)) {
            for (String keys : List.of("j", "j", "a", "o")) {
                visit.press(keys);
                assertThat(visit.run("document.documentElement.scrollWidth - innerWidth"))
                        .isEqualTo(0);
            }
        }
    }

    @Test
    void reachesEverythingWithTheTabKey() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j");
            visit.find(".skip").focus();
            List<String> reached = new ArrayList<>();
            while (!visit.run("document.activeElement.tagName").equals("BODY") && reached.size() < 100) {
                reached.add((String) visit.run("""
                        () => {
                          const e = document.activeElement;
                          const name = e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.value;
                          const style = getComputedStyle(e.matches('#list') ? e.querySelector('[aria-selected=true]') : e);
                          return style.outlineStyle === 'none' ? 'no visible focus: ' + name : name.trim().split('\\n')[0];
                        }"""));
                visit.press("Tab");
            }
            assertThat(reached).noneMatch(String::isEmpty).noneMatch(name -> name.startsWith("no visible focus"));
            assertThat(reached)
                    .containsSubsequence(
                            "To the list of groups",
                            "Your name",
                            "Overview",
                            "Save review.csv",
                            "Search",
                            "Groups, one a line",
                            "Approve a",
                            "Not a duplicate n",
                            "Note",
                            "The records side by side",
                            "survives");
        }
    }

    @Test
    void tellsReadersOfTheScreenWhereTheyAre() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.large(300), folder))) {
            visit.find("#list").focus();
            visit.press("End");

            String line = visit.find("#list").getAttribute("aria-activedescendant");
            assertThat(visit.find("#" + line).getAttribute("aria-posinset")).isEqualTo("300");
            assertThat(visit.find("#" + line).getAttribute("aria-selected")).isEqualTo("true");
            assertThat(visit.find("[role=option]").count()).isLessThan(50);
            visit.press("Enter k");
            assertThat(visit.find("#now").textContent()).endsWith("Number-298, 299 of 300");
        }
    }

    @Test
    void printsTheGroupsThatAreShown() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j a");
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visit.run("dispatchEvent(new Event('beforeprint'))");

            assertThat(visit.find("#printed .card").count()).isEqualTo(4);
            assertThat(visit.text("#printed .card")).contains("Ada Lovelace", "approved", "phone different");
            assertThat(visit.find("#page").isVisible()).isFalse();
            assertThat(visit.find("#printed button, #printed input").count()).isZero();
        }
    }
}
