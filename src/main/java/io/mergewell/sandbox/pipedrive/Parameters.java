package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and refuses what does not fit. */
final class Parameters {

    private final Request request;

    Parameters(Request request) {
        this.request = request;
    }

    @Nullable
    Long number(String name) {
        return request.parameter(name).map(value -> number(name, value)).orElse(null);
    }

    int limit(int usual, int most) {
        Long limit = number("limit");
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > most) {
            throw ApiException.badRequest("limit must be from 1 to " + most);
        }
        return limit.intValue();
    }

    @Nullable
    List<Long> numbers(String name, int most) {
        if (request.parameter(name).isEmpty()) {
            return null;
        }
        List<Long> numbers =
                texts(name, most).stream().map(value -> number(name, value)).toList();
        return numbers.stream().distinct().toList();
    }

    /** A comma-separated list; empty if the parameter is absent. */
    List<String> texts(String name, int most) {
        List<String> texts = Stream.of(request.parameter(name).orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.size() > most) {
            throw ApiException.badRequest(name + " takes at most " + most + " values");
        }
        return texts;
    }

    /** RFC 3339, with any offset. */
    @Nullable
    Instant time(String name) {
        return request.parameter(name).map(value -> time(name, value)).orElse(null);
    }

    boolean flag(String name) {
        return choice(name, Map.of("true", true, "false", false), false);
    }

    <T> T choice(String name, Map<String, T> choices, T usual) {
        String value = request.parameter(name).orElse(null);
        if (value == null) {
            return usual;
        }
        T chosen = choices.get(value);
        if (chosen == null) {
            throw ApiException.badRequest(name + " has a value that is not supported");
        }
        return chosen;
    }

    private static Long number(String name, String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw ApiException.badRequest(name + " must be a whole number");
        }
    }

    private static Instant time(String name, String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest(name + " must be a time in RFC 3339 format");
        }
    }
}
