package io.mergewell.sandbox.pipedrive;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who has or had an account in this company; their ids count from 1. The last has left. */
final class Users {

    private static final List<String> NAMES = List.of(
            "Sandbox Admin", "Nora Berg", "Tom Fischer", "Lucía Marín", "Priya Nair", "Sam O'Neill", "Jan de Vries");

    private Users() {}

    /** Somebody else's records may be owned by a user whom this company never had. */
    static String name(long id) {
        return id >= 1 && id <= NAMES.size() ? NAMES.get((int) id - 1) : "User " + id;
    }

    /** As {@code GET /api/v1/users} lists them. Source: {@code BaseUser}, client for Node 33.7.0. */
    static ArrayNode list() {
        ArrayNode users = Envelope.JSON.createArrayNode();
        for (long id = 1; id <= NAMES.size(); id++) {
            users.add(user(id));
        }
        return users;
    }

    static ObjectNode user(long id) {
        boolean left = id == NAMES.size();
        ObjectNode user = Envelope.JSON.createObjectNode();
        user.put("id", id);
        user.put("name", name(id));
        user.put("default_currency", "EUR");
        user.put("locale", "en_US");
        user.put("email", email(id));
        user.put("activated", true);
        user.put("active_flag", !left);
        user.put("is_you", id == UserEndpoints.USER_ID);
        user.put("is_deleted", left);
        user.put("timezone_name", "Etc/UTC");
        user.put("timezone_offset", "+00:00");
        return user;
    }

    static String email(long id) {
        return String.format(Locale.ROOT, "user%d@sandbox.example", id);
    }
}
