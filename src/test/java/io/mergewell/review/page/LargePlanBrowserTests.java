package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand groups in one page. The bounds are wide, for machines that do much else; the figures are published. */
@Tag("browser")
class LargePlanBrowserTests {

    private static final double WITHOUT_A_WAIT = 500;

    @TempDir
    private static Path folder;

    private static Path page;

    @BeforeAll
    static void writeThePage() {
        page = Pages.of(SamplePlans.large(5_000), folder);
    }

    @Test
    void filtersWithoutLag(TestReporter figures) {
        try (Visit visit = Visit.to(page)) {
            visit.run(typing("warm"));
            for (String words : List.of("number-49", "lovelace", "x", "", "ada owner")) {
                double milliseconds = number(visit.run(typing(words)));
                figures.publishEntry("filter by '" + words + "', ms", Double.toString(milliseconds));

                assertThat(milliseconds).isLessThan(WITHOUT_A_WAIT);
            }
        }
    }

    @Test
    void scrollsWithoutLag(TestReporter figures) {
        try (Visit visit = Visit.to(page)) {
            List<?> frames = (List<?>) visit.run("""
                    async () => {
                      const box = document.getElementById('list');
                      const frame = () => new Promise(requestAnimationFrame);
                      const work = [];
                      for (let i = 0; i < 120; i++) {
                        box.scrollTop += 2000;
                        await frame();
                        const begun = performance.now();
                        box.dispatchEvent(new Event('scroll'));
                        await frame();
                        box.offsetHeight;
                        work.push(performance.now() - begun);
                      }
                      return work.sort((one, other) => one - other);
                    }""");
            figures.publishEntry("scroll, ms a frame, median", String.valueOf(frames.get(60)));
            figures.publishEntry("scroll, ms a frame, worst", String.valueOf(frames.get(119)));

            assertThat(number(frames.get(60))).isLessThan(WITHOUT_A_WAIT);
            assertThat(visit.texts("[role=option]")).hasSizeLessThan(50);
        }
    }

    @Test
    void decidesWithoutLag(TestReporter figures) {
        try (Visit visit = Visit.to(page)) {
            visit.press("j a");
            double milliseconds = number(visit.run("""
                    () => {
                      const begun = performance.now();
                      for (let i = 0; i < 100; i++) {
                        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
                      }
                      document.body.offsetHeight;
                      return (performance.now() - begun) / 100;
                    }"""));
            figures.publishEntry("decide and go on, ms", Double.toString(milliseconds));

            assertThat(milliseconds).isLessThan(WITHOUT_A_WAIT);
            assertThat(visit.text("#left")).startsWith("7,349 rows left to decide");
        }
    }

    private static String typing(String words) {
        return """
                () => {
                  const field = document.getElementById('text');
                  const begun = performance.now();
                  field.value = '%s';
                  field.dispatchEvent(new Event('input', { bubbles: true }));
                  document.body.offsetHeight;
                  return performance.now() - begun;
                }""".formatted(words);
    }

    private static double number(Object number) {
        return ((Number) number).doubleValue();
    }
}
