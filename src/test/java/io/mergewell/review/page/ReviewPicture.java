package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes {@code docs/review.png}: the page of a first run, with a few decisions. Its name keeps it out of the suite; it
 * runs when it is asked for: {@code ./mvnw -q test -Dtest=ReviewPicture}.
 */
class ReviewPicture {

    private static final Path PICTURE = Path.of("docs", "review.png");

    @Test
    void takesThePictureInTheReadme(@TempDir Path folder) throws Exception {
        Path page = firstRun(folder).resolve("reports/sandbox/latest/review.html");
        Browser.NewContextOptions window = new Browser.NewContextOptions()
                .setViewportSize(1280, 1020)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en");

        try (Visit visit = Visit.to(page, window)) {
            visit.find("#reviewer").fill("Ada");
            visit.find("#show").selectOption("cautions");
            visit.find("#reason").selectOption("organisation the same");
            visit.find("#list").focus();
            visit.press("j a a r h j j");

            assertThat(visit.text("#left")).contains(" approved", " rejected", " on hold");
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        }
    }

    /** What a newcomer types first, in a folder where nothing is yet. */
    private static Path firstRun(Path folder) throws Exception {
        Process run = new ProcessBuilder(Path.of("run.sh").toAbsolutePath().toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(run.waitFor()).isZero();
        return folder;
    }
}
