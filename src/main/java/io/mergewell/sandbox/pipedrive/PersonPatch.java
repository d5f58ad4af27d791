package io.mergewell.sandbox.pipedrive;

import io.mergewell.person.Consent;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.state.Card;
import io.mergewell.sandbox.state.Links;
import io.mergewell.sandbox.state.Marketing;
import io.mergewell.sandbox.state.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The body of an update or a creation. Types are strict, arrays replace the whole list, what is absent stays. Source: OpenAPI
 * description of {@code UpdatePersonRequest}, and the migration guide to v2.
 */
final class PersonPatch {

    /** Exist only where a company syncs its contacts; sending them elsewhere is forbidden. */
    private static final Set<String> CONTACT_SYNC = Set.of("im", "postal_address", "notes", "birthday", "job_title");

    private static final Set<String> KNOWN = Set.of(
            "name",
            "first_name",
            "last_name",
            "owner_id",
            "org_id",
            "emails",
            "phones",
            "visible_to",
            "label_ids",
            "marketing_status",
            "custom_fields");

    private static final int EVERYONE_IN_THE_COMPANY = 3;

    private static final Map<String, Consent> STATUSES = Map.of(
            "no_consent", Consent.NO_CONSENT,
            "unsubscribed", Consent.UNSUBSCRIBED,
            "subscribed", Consent.SUBSCRIBED,
            "archived", Consent.ARCHIVED);

    private final BodyFields body;

    private PersonPatch(BodyFields body) {
        this.body = body;
    }

    static PersonPatch of(String text) {
        BodyFields body = BodyFields.of(text);
        for (String field : body.names()) {
            if (CONTACT_SYNC.contains(field)) {
                throw ApiException.forbidden(field + " can only be set if contact sync is enabled");
            }
            if (!KNOWN.contains(field)) {
                throw ApiException.badRequest("Unknown field " + field);
            }
        }
        return new PersonPatch(body);
    }

    /** The body of a creation, which takes the same fields. Source: {@code AddPersonRequest} in the client for Node. */
    static PersonPatch ofNew(String text) {
        PersonPatch patch = of(text);
        if (!patch.body.has("name")) {
            throw ApiException.badRequest("name is required");
        }
        return patch;
    }

    /** A new card; the token's user owns it and everybody sees it unless the body says otherwise. */
    Card created(long id, Instant when) {
        Membership membership = new Membership(UserEndpoints.USER_ID, null, EVERYONE_IN_THE_COMPANY, List.of());
        Marketing marketing = new Marketing(Consent.NO_CONSENT, false);
        Card card = applied(
                new Card(
                        id,
                        PersonName.NONE,
                        membership,
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        Links.NONE,
                        marketing,
                        when,
                        when,
                        false),
                when);
        // Nobody can be mailed without an address.
        return card.with(new Marketing(
                card.emails().isEmpty() ? Consent.NO_CONSENT : card.marketing().status(), false));
    }

    Card applied(Card card, Instant when) {
        return new Card(
                card.id(),
                name(card.name()),
                membership(card.membership()),
                body.contacts("emails", card.emails()),
                body.contacts("phones", card.phones()),
                CustomPatch.applied(body, card.custom()),
                card.links(),
                body.has("marketing_status")
                        ? card.marketing().changedTo(body.choice("marketing_status", STATUSES))
                        : card.marketing(),
                card.added(),
                when,
                false);
    }

    private PersonName name(PersonName present) {
        if (body.has("name")) {
            return split(body.text("name"));
        }
        if (!body.has("first_name") && !body.has("last_name")) {
            return present;
        }
        String first = body.text("first_name");
        String last = body.text("last_name");
        return new PersonName(first + " " + last, first, last);
    }

    /** Pipedrive keeps the parts too: what stands before the first space is the first name. */
    private static PersonName split(String full) {
        String[] parts = full.strip().split("\\s+", 2);
        return new PersonName(full, parts[0], parts.length > 1 ? parts[1] : null);
    }

    private Membership membership(Membership present) {
        return new Membership(
                body.has("owner_id") ? body.number("owner_id") : present.ownerId(),
                body.has("org_id") ? body.numberOrNull("org_id") : present.organisationId(),
                body.has("visible_to") ? visibility() : present.visibleTo(),
                body.has("label_ids") ? labels() : present.labels());
    }

    private int visibility() {
        long group = body.number("visible_to");
        if (group != 1 && group != 3 && group != 5 && group != 7) {
            throw ApiException.badRequest("visible_to must be 1, 3, 5 or 7");
        }
        return (int) group;
    }

    private List<Integer> labels() {
        return body.list("label_ids").stream().map(PersonPatch::label).toList();
    }

    private static int label(JsonNode node) {
        if (!node.isIntegralNumber() || !Labels.exists(node.longValue())) {
            throw ApiException.badRequest("label_ids has a label that does not exist");
        }
        return node.intValue();
    }
}
