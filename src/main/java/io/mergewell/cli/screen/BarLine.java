package io.mergewell.cli.screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * How far a step is, on one line: {@code Reading  45% [====>     ] 0:12 left  4,500 of 10,000 persons  450/s}. Where the
 * line is short, the bar goes first, then what stands last. Without a known end: {@code Reading  4,500 persons  450/s
 * 0:10}, the last being the time it has taken so far.
 */
final class BarLine implements ProgressBarRenderer {

    static final long OPEN_END = -1;

    private static final int SHORTEST_BAR = 10;
    private static final int LONGEST_BAR = 40;
    private static final int BRACKETS = 3;
    private static final String GAP = "  ";
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private final String noun;

    /** @param noun what is counted, such as {@code persons}; empty if nothing is */
    BarLine(String noun) {
        this.noun = noun;
    }

    @Override
    public String render(ProgressState state, int columns) {
        boolean openEnded = state.isIndefinite() || state.getMax() <= 0;
        return line(
                new Course(
                        state.getTaskName(),
                        state.getStart(),
                        state.getCurrent(),
                        openEnded ? OPEN_END : state.getMax(),
                        state.getElapsedAfterStart(),
                        state.getTotalElapsed()),
                columns);
    }

    /**
     * How far a step is.
     *
     * @param start what was done before
     * @param done in all
     * @param end what there is to do; {@link #OPEN_END} if nobody knows
     * @param counted how long it was counted, from the start
     * @param elapsed since the step began, before anything was counted
     */
    record Course(String task, long start, long done, long end, Duration counted, Duration elapsed) {

        /** Things a second; 0 while that cannot be told. */
        double rate() {
            long millis = counted.toMillis();
            return millis < 1000 || done <= start ? 0 : (done - start) * 1000.0 / millis;
        }

        double share() {
            return Math.min(1, (double) done / end);
        }
    }

    String line(Course course, int columns) {
        return course.end == OPEN_END ? fitted(course.task, openEnded(course), columns) : definite(course, columns);
    }

    private String definite(Course course, int columns) {
        String beginning = String.format(Locale.ROOT, "%s %3d%%", course.task, (int) (course.share() * 100));
        String line = fitted(beginning, parts(course), columns);
        int room = Math.min(LONGEST_BAR, columns - line.length() - BRACKETS);
        return room < SHORTEST_BAR
                ? line
                : beginning + " " + bar(course.share(), room) + line.substring(beginning.length());
    }

    private static String bar(double share, int length) {
        int full = (int) (share * length);
        String head = full < length ? ">" : "";
        return "[" + "=".repeat(full) + head + " ".repeat(length - full - head.length()) + "]";
    }

    private List<String> parts(Course course) {
        List<String> parts = new ArrayList<>();
        double rate = course.rate();
        if (rate > 0) {
            parts.add(duration(Math.round((course.end - course.done) / rate)) + " left");
        }
        parts.add(String.format(Locale.ROOT, "%,d of %,d %s", course.done, course.end, noun)
                .strip());
        if (rate > 0) {
            parts.add(rateText(rate));
        }
        return parts;
    }

    private List<String> openEnded(Course course) {
        List<String> parts = new ArrayList<>();
        if (!noun.isEmpty()) {
            parts.add(String.format(Locale.ROOT, "%,d %s", course.done, noun));
        }
        double rate = course.rate();
        if (rate > 0) {
            parts.add(rateText(rate));
        }
        parts.add(duration(course.elapsed.toSeconds()));
        return parts;
    }

    private static String fitted(String beginning, List<String> parts, int columns) {
        StringBuilder line = new StringBuilder(beginning);
        for (String part : parts) {
            if (line.length() + GAP.length() + part.length() > columns) {
                break;
            }
            line.append(GAP).append(part);
        }
        return line.length() > columns ? line.substring(0, Math.max(0, columns)) : line.toString();
    }

    private static String rateText(double rate) {
        return rate >= 10
                ? String.format(Locale.ROOT, "%,d/s", Math.round(rate))
                : String.format(Locale.ROOT, "%.1f/s", rate);
    }

    private static String duration(long seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }
}
