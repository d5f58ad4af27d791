package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a person a reader asked for.
 *
 * @param fields names of the optional fields
 * @param customFields only these keys; empty for all
 * @param labels whether labels come with their names
 * @param optionLabels whether options of custom fields come with their names
 */
record Shape(Set<String> fields, List<String> customFields, boolean labels, boolean optionLabels) {

    /** As a write answers. */
    static final Shape PLAIN = new Shape(Set.of(), List.of(), false, false);

    private static final int MAX_CUSTOM_FIELDS = 15;

    private static final Set<String> OPTIONAL = Stream.concat(
                    Stream.of(PersonCount.values()).map(PersonCount::field),
                    Stream.of(
                            "next_activity_id",
                            "last_activity_id",
                            "last_incoming_mail_time",
                            "last_outgoing_mail_time",
                            "marketing_status",
                            "doi_status",
                            "smart_bcc_email"))
            .collect(Collectors.toUnmodifiableSet());

    static Shape of(Request request) {
        Parameters parameters = new Parameters(request);
        List<String> fields = parameters.texts("include_fields", OPTIONAL.size());
        for (String field : fields) {
            if (!OPTIONAL.contains(field)) {
                throw ApiException.badRequest("include_fields has a value that is not supported");
            }
        }
        return new Shape(
                new TreeSet<>(fields),
                parameters.texts("custom_fields", MAX_CUSTOM_FIELDS),
                parameters.flag("include_labels"),
                parameters.flag("include_option_labels"));
    }
}
