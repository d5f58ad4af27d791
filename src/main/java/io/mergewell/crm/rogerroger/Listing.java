package io.mergewell.crm.rogerroger;

import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a JSON-LD collection: {@code {"member": […], "totalItems": n, "view": {"next": …}}}, or the same with the
 * prefix {@code hydra:}, which API Platform writes by a setting.
 *
 * @param total how many there are on all pages, if it says so
 * @param next path and query of the next page; null at the end
 */
record Listing(
        List<JsonNode> members,
        OptionalLong total,
        @Nullable String next) {

    /**
     * The page in an answer of status 200.
     *
     * @param host where the page came from; a next page elsewhere is refused, since the key would go along
     */
    static Listing parse(String peer, URI host, Answer answer) throws PassingTrouble {
        JsonNode body = Json.object(peer, answer);
        JsonNode members = either(body, "member");
        if (!members.isArray()) {
            throw Json.broken(peer, "sent a list without \"member\"");
        }
        JsonNode total = either(body, "totalItems");
        String next = Json.text(either(either(body, "view"), "next"));
        return new Listing(
                members.valueStream().toList(),
                total.isIntegralNumber() ? OptionalLong.of(total.longValue()) : OptionalLong.empty(),
                next == null ? null : pathAndQuery(peer, host, next));
    }

    private static JsonNode either(JsonNode node, String name) {
        return node.has(name) ? node.path(name) : node.path("hydra:" + name);
    }

    private static String pathAndQuery(String peer, URI host, String next) {
        URI there;
        try {
            there = host.resolve("/").resolve(encoded(next));
        } catch (IllegalArgumentException malformed) {
            throw Json.broken(peer, "sent a next page whose address cannot be read");
        }
        boolean same = host.getScheme().equalsIgnoreCase(there.getScheme())
                && host.getAuthority().equalsIgnoreCase(there.getAuthority());
        if (!same || there.getRawPath() == null) {
            throw Json.broken(peer, "names a next page on another host, which is never followed");
        }
        return there.getRawQuery() == null ? there.getRawPath() : there.getRawPath() + "?" + there.getRawQuery();
    }

    /** Brackets in a query come as they are, which an address does not allow. */
    private static String encoded(String address) {
        return address.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20");
    }
}
