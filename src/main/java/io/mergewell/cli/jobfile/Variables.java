package io.mergewell.cli.jobfile;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of environment variables in the place of {@code ${NAME}}. */
record Variables(Map<String, String> environment) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Whether a text as written names a variable. */
    static boolean in(String written) {
        return written.contains("${");
    }

    /**
     * The text with every variable replaced.
     *
     * @param key the key the text belongs to, for the error if a variable is not set
     */
    String resolve(String written, String key, Place place) {
        return VARIABLE.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(), match.group(1), key, place)));
    }

    private String value(String whole, String name, String key, Place place) {
        if (!whole.endsWith("}") || !NAME.matcher(name).matches()) {
            throw place.error(key + " holds ${ that does not begin a variable such as ${CRM_TOKEN}.");
        }
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw place.error("%s needs the environment variable %s, which is %s. Set it and run this again."
                    .formatted(key, name, value == null ? "not set" : "empty"));
        }
        return value;
    }
}
