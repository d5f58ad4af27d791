package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.person.Consent;
import io.mergewell.person.Person;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of {@code POST persons} that makes a person of a record that was kept, with its owner and visibility.
 * Source: {@code AddPersonRequest} in the client for Node 33.7.0.
 */
final class CreationBody {

    private static final String OWNER = "owner_id";
    private static final String VISIBILITY = "visible_to";

    private final SourcedPerson former;
    private final Predicate<String> writes;

    /**
     * The body that brings back a record.
     *
     * @param writes whether a field can be set, as {@link PersonWriter#writes} says
     */
    CreationBody(SourcedPerson former, Predicate<String> writes) {
        this.former = former;
        this.writes = writes;
    }

    /**
     * As JSON.
     *
     * @param update gives the body of an update of these fields
     */
    String json(Function<SortedSet<String>, ObjectNode> update) {
        ObjectNode body = update.apply(held());
        String owner = former.person().facts().ownerId();
        if (owner != null) {
            body.put(OWNER, Long.valueOf(owner));
        }
        JsonNode visibility = Json.MAPPER.readTree(former.raw()).path(VISIBILITY);
        if (visibility.isInt() || visibility.isString()) {
            body.set(VISIBILITY, visibility);
        }
        return Json.MAPPER.writeValueAsString(body);
    }

    /** The fields that hold something and can be set. */
    private SortedSet<String> held() {
        Person person = former.person();
        SortedSet<String> held = new TreeSet<>();
        held.add("name");
        add(held, "emails", !person.emails().isEmpty());
        add(held, "phones", !person.phones().isEmpty());
        add(held, "organisation", person.organisation().id() != null);
        add(held, "labels", !person.facts().labels().isEmpty());
        add(held, "birth-date", person.birthDate() != null);
        add(held, "job-title", person.jobTitle() != null);
        add(held, "consent", says(person.facts().consent()));
        person.custom().keySet().forEach(key -> add(held, PersonBody.CUSTOM + key, true));
        return held;
    }

    private void add(SortedSet<String> held, String field, boolean present) {
        if (present && writes.test(field)) {
            held.add(field);
        }
    }

    private static boolean says(Consent consent) {
        return switch (consent) {
            case NOT_KEPT, UNKNOWN -> false;
            case NO_CONSENT, SUBSCRIBED, UNSUBSCRIBED, ARCHIVED -> true;
        };
    }
}
