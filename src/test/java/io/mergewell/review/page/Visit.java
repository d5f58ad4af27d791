package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody opens a page from disk. When they leave, nothing may have gone wrong in its console and nothing may have been
 * asked of any network.
 */
public final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Visit(BrowserContext context, Path file) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
                problems.add("asked for " + request.url());
            }
        });
        page.onDialog(this::leaveAnyway);
        page.navigate(file.toUri().toString());
    }

    /** In a window of usual size. */
    public static Visit to(Path file) {
        return to(file, new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    static Visit to(Path file, Browser.NewContextOptions options) {
        return new Visit(Chromium.started().newContext(options), file);
    }

    /** With a browser that keeps nothing for pages from disk. */
    static Visit withoutStorage(Path file) {
        BrowserContext context = Chromium.started().newContext();
        context.addInitScript("Object.defineProperty(window, 'localStorage',"
                + " { get() { throw new DOMException('denied', 'SecurityError'); } })");
        return new Visit(context, file);
    }

    Page page() {
        return page;
    }

    /** Presses keys one after the other, such as {@code j a Shift+Tab}. */
    public void press(String keys) {
        for (String key : keys.split(" ")) {
            page.keyboard().press(key);
        }
    }

    /** What an element says. */
    public String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    /** What each of several elements says. */
    public List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Object run(String script) {
        return page.evaluate(script);
    }

    /** The review.csv that the page lets the browser save. */
    public Path export(Path file) {
        Download download = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(download.suggestedFilename()).isEqualTo("review.csv");
        download.saveAs(file);
        return file;
    }

    void reload() {
        page.reload();
    }

    /** How often the browser asked whether to leave with decisions that were not saved. */
    int warnings() {
        return warnings.size();
    }

    private void leaveAnyway(Dialog dialog) {
        warnings.add(dialog.type());
        dialog.accept();
    }

    @Override
    public void close() {
        context.close();
        assertThat(problems).isEmpty();
    }
}
