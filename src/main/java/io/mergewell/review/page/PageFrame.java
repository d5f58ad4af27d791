package io.mergewell.review.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All of the page but its data: the files beside this class, joined. The page's policy names the digests of its style
 * and its script, so that a browser runs these and nothing else.
 */
final class PageFrame {

    private static final List<String> STYLES = List.of("page.css", "group.css", "print.css");

    /** In reading order; together they are one script. */
    private static final List<String> SCRIPTS = List.of(
            "elements.js",
            "plan.js",
            "decisions.js",
            "memory.js",
            "csv.js",
            "exchange.js",
            "filters.js",
            "list.js",
            "comparison.js",
            "row.js",
            "group.js",
            "pictures.js",
            "overview.js",
            "keys.js",
            "desk.js",
            "main.js");

    private static final String DATA = "{{data}}";

    private PageFrame() {}

    /** What stands in the page's block of data. */
    @FunctionalInterface
    interface Data {
        void writeTo(Writer writer) throws IOException;
    }

    static void write(Writer writer, Data data) throws IOException {
        String style = joined(STYLES);
        String script = joined(SCRIPTS);
        String frame = text("page.html")
                .replace("{{style-digest}}", digest(style))
                .replace("{{script-digest}}", digest(script))
                .replace("{{style}}", style)
                .replace("{{script}}", script);
        int at = frame.lastIndexOf(DATA);
        writer.write(frame, 0, at);
        data.writeTo(writer);
        writer.write(frame, at + DATA.length(), frame.length() - at - DATA.length());
    }

    /** As a Content-Security-Policy names an inline style or script (W3C CSP 3, "hash-source"). */
    private static String digest(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }

    private static String joined(List<String> files) {
        return files.stream().map(PageFrame::text).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String text(String file) {
        try (InputStream in = PageFrame.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This build of Mergewell lacks its file " + file + ": build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " of this build of Mergewell cannot be read.", e);
        }
    }
}
