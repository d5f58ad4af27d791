package io.mergewell.crm.pipedrive.v1;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path with its parameters, encoded. */
final class ListQuery {

    private final StringBuilder query;

    ListQuery(String path, int limit) {
        this.query = new StringBuilder(path).append("?limit=").append(limit);
    }

    /** Adds a parameter unless its value is null. */
    ListQuery with(String name, @Nullable Object value) {
        if (value != null) {
            String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
            query.append('&').append(name).append('=').append(encoded.replace("+", "%20"));
        }
        return this;
    }

    @Override
    public String toString() {
        return query.toString();
    }
}
