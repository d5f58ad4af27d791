package io.mergewell.review.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The Chromium of this machine, started once. Tests that need one are skipped where there is none. */
final class Chromium {

    /** Where it is set, a machine without a browser is no excuse. */
    private static final String NEEDED = "MERGEWELL_TESTS_NEED_BROWSER";

    private static @Nullable Browser browser;

    private Chromium() {}

    /** Ends the test where there is none: as skipped, or as failed where it must run. */
    static synchronized Browser started() {
        if (browser == null) {
            Optional<Path> program = program();
            if (program.isEmpty()) {
                giveUp("The page was not tried in a browser: there is no chromium, chromium-browser or google-chrome on"
                        + " the PATH.");
            }
            browser = start(program.orElseThrow());
        }
        return browser;
    }

    private static void giveUp(String sentence) {
        if (System.getenv(NEEDED) != null) {
            throw new AssertionError(sentence);
        }
        throw new TestAbortedException(sentence);
    }

    private static Browser start(Path program) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true));
    }

    private static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
