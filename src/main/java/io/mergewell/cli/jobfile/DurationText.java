package io.mergewell.cli.jobfile;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a job file writes them: a whole number and its unit, such as {@code 7d}, {@code 24h} or {@code 0ms}. */
final class DurationText {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(d|h|m|s|ms)");
    private static final Map<String, ChronoUnit> UNITS = units();

    private DurationText() {}

    /** Empty if the text is not a duration. */
    static Optional<Duration> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(Duration.of(Long.parseLong(parts.group(1)), UNITS.get(parts.group(2))))
                : Optional.empty();
    }

    /** The duration in the largest unit that divides it. */
    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0ms";
        }
        return UNITS.entrySet().stream()
                .filter(unit ->
                        duration.toMillis() % unit.getValue().getDuration().toMillis() == 0)
                .map(unit -> duration.dividedBy(unit.getValue().getDuration()) + unit.getKey())
                .findFirst()
                .orElseGet(duration::toString);
    }

    private static Map<String, ChronoUnit> units() {
        Map<String, ChronoUnit> units = new LinkedHashMap<>();
        units.put("d", ChronoUnit.DAYS);
        units.put("h", ChronoUnit.HOURS);
        units.put("m", ChronoUnit.MINUTES);
        units.put("s", ChronoUnit.SECONDS);
        units.put("ms", ChronoUnit.MILLIS);
        return units;
    }
}
