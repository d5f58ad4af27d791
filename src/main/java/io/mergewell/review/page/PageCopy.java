package io.mergewell.review.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A {@code review.html} in memory, to be written again with other groups. All but its groups stays to the byte. */
public final class PageCopy {

    private static final String DATA = "<script type=\"application/json\" id=\"data\">";
    private static final String HEAD = "{\"head\": {";
    private static final String MASKED = "\"masked\":true,";
    private static final String END = "</script>";

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new ScriptSafe()).build())
            .build();

    private final String before;
    private final List<String> lines;
    private final String after;

    private PageCopy(String before, List<String> lines, String after) {
        this.before = before;
        this.lines = List.copyOf(lines);
        this.after = after;
    }

    /** Empty if the text is no page of ours, or was cut off. */
    public static Optional<PageCopy> of(String html) {
        int start = html.lastIndexOf(DATA);
        int end = start < 0 ? -1 : html.indexOf(END, start);
        if (end < 0) {
            return Optional.empty();
        }
        int from = start + DATA.length();
        List<String> lines = html.substring(from, end).lines().toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageCopy(html.substring(0, from), lines, html.substring(end)));
    }

    /** The same page, which says of itself that it is masked. */
    public PageCopy masked() {
        List<String> marked = new ArrayList<>(lines);
        marked.set(0, marked.get(0).replaceFirst(Pattern.quote(HEAD), Matcher.quoteReplacement(HEAD + MASKED)));
        return new PageCopy(before, marked, after);
    }

    /**
     * The page with other groups.
     *
     * @param change gets a group as {@link PageGroup} is written; gives back an equal node, or another; never changes the one it got
     * @return the same text where no group is another
     * @throws IllegalArgumentException if a group cannot be read
     */
    public String with(UnaryOperator<JsonNode> change) {
        List<String> written = new ArrayList<>();
        // The first line is the head, the last two close the list.
        for (int at = 0; at < lines.size(); at++) {
            boolean isGroup = at > 0 && lines.get(at).startsWith("{");
            written.add(isGroup ? changed(lines.get(at), change) : lines.get(at));
        }
        return before + String.join("\n", written) + after;
    }

    private static String changed(String line, UnaryOperator<JsonNode> change) {
        String comma = line.endsWith(",") ? "," : "";
        ObjectNode group = group(line.substring(0, line.length() - comma.length()));
        JsonNode changed = change.apply(group);
        return changed.equals(group) ? line : JSON.writeValueAsString(changed) + comma;
    }

    private static ObjectNode group(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JacksonException | ClassCastException e) {
            // The text is of persons, so no message quotes it.
            throw new IllegalArgumentException("A group of the page cannot be read.");
        }
    }
}
