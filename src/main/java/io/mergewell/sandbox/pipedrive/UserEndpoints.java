package io.mergewell.sandbox.pipedrive;

import io.mergewell.sandbox.http.Answer;
import io.mergewell.sandbox.http.Route;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/users}: who is in the company, whom the token belongs to, and what that user may do. */
final class UserEndpoints {

    static final long COMPANY_ID = 4711;

    static final long USER_ID = 1;

    private static final List<String> GRANTED = List.of(
            "can_bulk_edit_items",
            "can_change_visibility_of_items",
            "can_delete_activities",
            "can_delete_custom_fields",
            "can_delete_deals",
            "can_edit_custom_fields",
            "can_export_data_from_lists",
            "can_merge_deals",
            "can_merge_organizations",
            "can_merge_people",
            "can_modify_labels",
            "can_see_company_wide_statistics",
            "can_see_hidden_items_names",
            "can_see_other_users",
            "can_use_api",
            "can_use_import");

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/v1/users", 20, (request, none) -> Envelope.success(Users.list())),
                new Route("GET", "/api/v1/users/me", 2, (request, none) -> me()),
                new Route("GET", "/api/v1/users/{id}/permissions", 10, (request, id) -> permissions(id.get(0))));
    }

    private static Answer me() {
        ObjectNode user = Users.user(USER_ID);
        user.putArray("access").addObject().put("app", "global").put("admin", true);
        user.put("company_id", COMPANY_ID);
        user.put("company_name", "Mergewell Sandbox");
        user.put("company_domain", "sandbox");
        user.put("company_country", "EE");
        user.putObject("language").put("language_code", "en").put("country_code", "US");
        return Envelope.success(user);
    }

    private static Answer permissions(long id) {
        if (id != USER_ID) {
            throw ApiException.notFound("User not found.");
        }
        ObjectNode permissions = Envelope.JSON.createObjectNode();
        GRANTED.forEach(permission -> permissions.put(permission, true));
        return Envelope.success(permissions);
    }
}
