package io.mergewell.apply.faults;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a request to the CRM asks for. */
public enum CallKind {
    READ,
    MERGE,
    UPDATE,
    DELETE,
    CREATE;

    private static final Pattern PERSONS = Pattern.compile("/api/v[12]/persons");
    private static final Pattern IDS = Pattern.compile("/api/v1/persons\\?ids=([\\d,]+)");
    private static final Pattern PERSON = Pattern.compile("/api/v[12]/persons/(\\d+)(/merge)?");

    static CallKind of(String method, String path) {
        if (PERSONS.matcher(path).matches()) {
            return method.equals("POST") ? CREATE : method.equals("DELETE") ? DELETE : READ;
        }
        Matcher person = PERSON.matcher(path);
        if (!person.matches()) {
            return READ;
        }
        return switch (method) {
            case "PUT" -> person.group(2) == null ? UPDATE : MERGE;
            case "PATCH" -> UPDATE;
            case "DELETE" -> DELETE;
            default -> READ;
        };
    }

    /** The persons that a write names, of which only a deletion names several. */
    static List<Long> persons(String target) {
        Matcher ids = IDS.matcher(target);
        return ids.matches()
                ? Stream.of(ids.group(1).split(",", -1)).map(Long::valueOf).toList()
                : List.of(person(target));
    }

    /** The person that the path of a write names. */
    static long person(String path) {
        Matcher person = PERSON.matcher(path);
        if (!person.matches()) {
            throw new IllegalArgumentException("No write: " + path);
        }
        return Long.parseLong(person.group(1));
    }
}
