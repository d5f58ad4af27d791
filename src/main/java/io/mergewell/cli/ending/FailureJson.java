package io.mergewell.cli.ending;

import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A failure for a program that reads the result of a command. */
public final class FailureJson {

    private static final String OPTION = "--json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private FailureJson() {}

    /** Whether a command line asks for JSON, also one that is wrong and cannot be parsed. */
    public static boolean isAskedFor(List<String> arguments) {
        return arguments.contains(OPTION);
    }

    /** One line: the exit code, the sentence for a person, and the command to type now. */
    public static String of(int code, String message, String next) {
        return JSON.createObjectNode()
                .put("exitCode", code)
                .put("message", message)
                .put("next", next)
                .toString();
    }
}
