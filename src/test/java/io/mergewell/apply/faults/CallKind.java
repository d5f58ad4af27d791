package io.mergewell.apply.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request to the CRM asks for. */
public enum CallKind {
    READ,
    MERGE,
    UPDATE,
    DELETE,
    CREATE;

    private static final String PERSONS = "/api/v2/persons";
    private static final Pattern PERSON = Pattern.compile("/api/v[12]/persons/(\\d+)(/merge)?");

    static CallKind of(String method, String path) {
        if (method.equals("POST") && path.equals(PERSONS)) {
            return CREATE;
        }
        Matcher person = PERSON.matcher(path);
        if (!person.matches()) {
            return READ;
        }
        return switch (method) {
            case "PUT" -> person.group(2) == null ? READ : MERGE;
            case "PATCH" -> UPDATE;
            case "DELETE" -> DELETE;
            default -> READ;
        };
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
