package io.mergewell.cli.jobfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which keys a job file knows, section by section. */
final class Keys {

    /** What begins the name of a further field. */
    static final String CUSTOM = "custom.";

    /** Stands in a list of keys for all of those. */
    static final String ANY_CUSTOM = "custom.<key>";

    static final List<String> JOB =
            List.of("crm", "phone-region", "match", "plan", "apply", "store", "reports", "keep");
    static final List<String> MATCH = List.of("review-threshold", "auto-threshold", "model", "fields");
    static final List<String> PLAN = List.of("survivor", "max-group", "valid-for", "delete");
    static final List<String> APPLY = List.of(
            "auto", "max-merges", "max-deletes", "max-share", "max-tokens", "stop-after-conflicts", "pause", "inbox");
    static final List<String> STORE = List.of("url");
    static final List<String> KEEP = List.of("reports", "snapshots", "mirror");
    static final List<String> OAUTH = List.of("client-id", "client-secret", "refresh-token-file");
    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "first-name",
            "last-name",
            "emails",
            "phones",
            "organisation",
            "birth-date",
            "street",
            "postcode",
            "city",
            "country",
            "job-title",
            ANY_CUSTOM);
    static final List<String> CSV = List.of("type", "file", "columns");

    /** What every system behind an API takes; some take more. */
    static final List<String> API =
            List.of("type", "base-url", "token", "token-file", "oauth", "sweep-every", "timeout");

    private static final Map<String, List<String>> BY_SECTION = new TreeMap<>(Map.of(
            "match", MATCH,
            "plan", PLAN,
            "apply", APPLY,
            "store", STORE,
            "keep", KEEP,
            "crm.oauth", OAUTH,
            "crm.columns", COLUMNS,
            "crm", List.of("type", "base-url", "token", "token-file", "file", "columns", "sweep-every", "timeout")));

    private Keys() {}

    static boolean isCustom(String key) {
        return key.startsWith(CUSTOM) && key.length() > CUSTOM.length();
    }

    /** A sentence for who wrote a key that is not known: the one meant, where it belongs, or all there are. */
    static String hint(String unknown, String section, Collection<String> known) {
        return nearest(unknown, known)
                .map(near -> "Did you mean " + near + "?")
                .or(() -> home(unknown, section).map(home -> "It belongs under " + home + "."))
                .orElseGet(() -> "Known here: " + String.join(", ", known) + ".");
    }

    private static Optional<String> nearest(String unknown, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(1 + unknown.length() / 4);
        return known.stream()
                .filter(key -> distance.apply(key, unknown) >= 0)
                .min(Comparator.comparing((String key) -> distance.apply(key, unknown))
                        .thenComparing(key -> key));
    }

    private static Optional<String> home(String unknown, String section) {
        return BY_SECTION.entrySet().stream()
                .filter(other ->
                        !other.getKey().equals(section) && other.getValue().contains(unknown))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
