package io.mergewell.sandbox.wethod;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filter {@code updated_at}: an operator, a colon, and a date or time in ISO 8601. Cards change at whole seconds, so
 * that every operator is a half-open span of them.
 *
 * @param since from this second on; null for no bound
 * @param until before this second; null for no bound
 */
record UpdatedAt(@Nullable Instant since, @Nullable Instant until) {

    static final UpdatedAt ANY = new UpdatedAt(null, null);

    private static final String FIELD = "updated_at";

    static UpdatedAt parse(String filter) {
        int colon = filter.indexOf(':');
        String operator = filter.substring(0, Math.max(0, colon));
        String value = filter.substring(colon + 1);
        return switch (operator) {
            case "eq" -> new UpdatedAt(time(value), after(time(value)));
            case "gt" -> new UpdatedAt(after(time(value)), null);
            case "gte" -> new UpdatedAt(time(value), null);
            case "lt" -> new UpdatedAt(null, time(value));
            case "lte" -> new UpdatedAt(null, after(time(value)));
            case "bt" -> between(value);
            case "neq", "in", "nin" -> throw Refusal.of(FIELD, "The sandbox does not know this operator.");
            default -> throw Refusal.of(FIELD, "The filter has no operator.");
        };
    }

    private static UpdatedAt between(String bounds) {
        List<Instant> times =
                Stream.of(bounds.split(",", -1)).map(UpdatedAt::time).toList();
        if (times.size() != 2) {
            throw Refusal.of(FIELD, "The operator takes two values.");
        }
        return new UpdatedAt(times.get(0), after(times.get(1)));
    }

    private static Instant after(Instant second) {
        return second.plusSeconds(1);
    }

    private static Instant time(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException notATime) {
            throw Refusal.of(FIELD, "This value is not a valid date.");
        }
    }
}
