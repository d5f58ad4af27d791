package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things stand, and what scrolls, in a real browser. */
@Tag("browser")
class LayoutBrowserTests {

    /** Words of the table that are cut in the middle. */
    private static final String CUT_WORDS = """
            () => [...document.querySelectorAll('.records th, .records td')].flatMap((cell) => {
              const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
              const cut = [];
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                for (const word of node.data.matchAll(/[\\p{L}\\d]{2,}/gu)) {
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) {
                    cut.push(word[0]);
                  }
                }
              }
              return cut;
            })""";

    @TempDir
    private Path folder;

    @Test
    void showsWhatIsDecidedOnAndWhyWithoutScrolling() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.planned(), folder))) {
            visit.press("j");

            List<String> inOrder =
                    List.of(".top .APPROVE", ".cautions", ".asked ul:last-child", ".evidence", ".records");
            double above = 0;
            for (String part : inOrder) {
                BoundingBox box = visit.find(part).first().boundingBox();
                assertThat(box.y).as(part).isGreaterThanOrEqualTo(above);
                above = box.y;
                if (!part.equals(".records")) {
                    assertThat(box.y + box.height).as(part).isLessThanOrEqualTo(800);
                }
            }
            assertThat(visit.find(".records thead").boundingBox().y).isLessThan(800);
        }
    }

    @Test
    void keepsTheButtonsInSightWhileTheGroupScrolls() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j");
            double before = visit.find(".top .APPROVE").boundingBox().y;
            visit.press("End");

            assertThat(scrolled(visit)).isPositive();
            assertThat(visit.find(".top .APPROVE").boundingBox().y).isEqualTo(before);
        }
    }

    @Test
    void showsDifferencesBeforeWhatIsTheSame() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.planned(), folder))) {
            visit.press("j");

            assertThat(visit.texts(".records tbody th"))
                    .containsExactly(
                            "E-mails",
                            "Organisation",
                            "Job title",
                            "Added",
                            "The same in all records",
                            "Name",
                            "Birth date",
                            "Linked records");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Space, true",
        "PageDown, true",
        "End, true",
        "Space PageUp, false",
        "End Home, false",
        "Space Shift+Space, false"
    })
    void scrollsTheGroupByKeys(String keys, boolean isScrolled) {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("j j " + keys);

            assertThat(scrolled(visit) > 0).isEqualTo(isScrolled);
            assertThat(visit.text("#group h2")).startsWith("Grace Hopper");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Space, Grace Hopper",
        "PageDown, Grace Hopper",
        "End, no name",
        "End Home, Ada Lovelace",
        "ArrowDown, Grace Hopper"
    })
    void movesInTheListWhereThatHasTheFocus(String keys, String name) {
        Browser.NewContextOptions low = new Browser.NewContextOptions().setViewportSize(1280, 310);
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder), low)) {
            visit.find("#list").focus();
            visit.press("j " + keys);

            assertThat(visit.text("#group h2")).startsWith(name);
        }
    }

    @Test
    void namesAllKeys() {
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder))) {
            visit.press("?");

            assertThat(visit.find("#keys h2").boundingBox().y).isBetween(0.0, 800.0);
            assertThat(visit.text("#keys")).contains("Enter", "Space", "PageDown", "Home", "End", "Tab", "Esc");
        }
    }

    @Test
    void leavesRoomForTheGroupsWhereTheWindowIsSmall() {
        Browser.NewContextOptions small = new Browser.NewContextOptions().setViewportSize(640, 400);
        try (Visit visit = Visit.to(Pages.of(SamplePlans.usual(), folder), small)) {
            assertThat(visit.find("header").boundingBox().height).isLessThanOrEqualTo(400 / 3.0);
            assertThat(visit.find("#filters").isVisible()).isFalse();
            visit.press("j");
            assertThat(visit.find(".top").boundingBox().height).isLessThanOrEqualTo(400 / 3.0);
            assertThat(visit.find(".evidence").first().boundingBox().y).isLessThan(400);
            visit.press("PageDown");
            assertThat(visit.find(".top .APPROVE").boundingBox().y).isBetween(0.0, 100.0);
            visit.press("j 2");
            assertThat(visit.find("[data-row='1'] h3").boundingBox().y)
                    .isGreaterThan(visit.find(".top").boundingBox().height - 1);
            visit.press("/");
            visit.page().keyboard().type("hopper");
            assertThat(visit.text("#found")).startsWith("1 of 3 groups");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 900, 640})
    void cutsNoWordInTheMiddle(int width) {
        Browser.NewContextOptions window = new Browser.NewContextOptions().setViewportSize(width, 800);
        try (Visit visit = Visit.to(Pages.of(SamplePlans.planned(), folder), window)) {
            visit.press("j");

            assertThat((List<?>) visit.run(CUT_WORDS)).isEmpty();
        }
    }

    private static double scrolled(Visit visit) {
        return ((Number) visit.run("document.getElementById('group').scrollTop")).doubleValue();
    }
}
