package io.mergewell.crm.rogerroger;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.HttpWrites;
import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.write.Addition;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.PersonWriter;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges, updates and brings back people of one RogerRoger tenant. There is no call that merges: the survivor is given
 * what it lacks, then the duplicate's notes, then the duplicate is archived. Calls cost no tokens.
 */
final class RogerRogerWriter implements PersonWriter, PersonRevival {

    private static final String PATCH = "PATCH";
    private static final String ARCHIVED_AT = "archivedAt";

    private final HttpWrites writes;
    private final HttpReads reads;
    private final PeopleReads people;
    private final Notes notes;
    private final Confirmation confirmation;
    private final Clock clock;

    RogerRogerWriter(Endpoint endpoint, Duration timeout, Waiter waiter, Clock clock) {
        Peer rogerRoger = RogerRoger.peer(endpoint);
        this.writes = new HttpWrites(rogerRoger, timeout, waiter);
        this.reads = new HttpReads(rogerRoger, timeout, waiter);
        this.people = new PeopleReads(rogerRoger.name(), reads);
        this.notes = new Notes(rogerRoger.name(), endpoint.baseUrl(), reads);
        this.confirmation = new Confirmation(rogerRoger.name());
        this.clock = clock;
    }

    @Override
    public List<Step> before(Effect.Merge merge, Addition addition) {
        JsonNode survivor = people.find(merge.survivor())
                .orElseThrow(() -> new CrmException.Temporary("Person " + merge.survivor()
                        + ", into whom another was to be merged, is gone since a moment ago. Nothing was sent to it:"
                        + " run the same command again, it looks anew."));
        List<Step> steps = new ArrayList<>();
        try {
            addition.to(new PersonRecord(survivor).person())
                    .ifPresent(update -> steps.add(new Step(update, () -> add(update, addition))));
        } catch (UnusableValue unusable) {
            throw new CrmException.UnusableRecord(unusable(merge.survivor(), unusable) + ".");
        }
        for (Note note : notes.lacking(merge.survivor(), merge.duplicate())) {
            Effect.CopyNote copy = new Effect.CopyNote(merge.duplicate(), merge.survivor(), note.id());
            steps.add(new Step(copy, () -> copy(copy, note)));
        }
        return List.copyOf(steps);
    }

    /** The last call of a merge is about the duplicate alone. */
    @Override
    public boolean mergeTouchesSurvivor() {
        return false;
    }

    @Override
    public boolean writes(String field) {
        return switch (field) {
            case "name",
                    "emails",
                    "phones",
                    "organisation",
                    "labels",
                    "job-title",
                    "street",
                    "postcode",
                    "city",
                    "country" -> true;
            default ->
                field.startsWith(PatchBody.CUSTOM)
                        && PersonRecord.CUSTOM.contains(field.substring(PatchBody.CUSTOM.length()));
        };
    }

    /** Nothing documented moves a deal. */
    @Override
    public Set<LinkKind> leftBehind() {
        return Set.of(LinkKind.DEALS);
    }

    @Override
    public long mergePrice() {
        return 0;
    }

    /** Nothing documented deletes a person. */
    @Override
    public Optional<PersonDeletion> deletion() {
        return Optional.empty();
    }

    @Override
    public Optional<PersonRevival> revival() {
        return Optional.of(this);
    }

    @Override
    public boolean bringsBack() {
        return true;
    }

    @Override
    public SourcedPerson recorded(String raw) {
        try {
            JsonNode record = Json.MAPPER.readTree(raw);
            return new SourcedPerson(new PersonRecord(record).person(), raw);
        } catch (JacksonException | UnusableValue unreadable) {
            // Its message may quote the record.
            throw new Unwritable("The record that was kept is no person's of RogerRoger.");
        }
    }

    @Override
    public ApiUsage usage() {
        return writes.usage().plus(reads.usage());
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }

    /** The last of the calls that make a merge: whatever the duplicate had is with the survivor now. */
    @Override
    public Reply merge(Effect.Merge merge) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put(ARCHIVED_AT, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return patch(
                merge.duplicate(),
                PatchBody.mergePatch(body),
                answer -> confirmation.ofArchiving(answer, merge.survivor()));
    }

    @Override
    public Reply update(Effect.Update update) {
        PersonId id = update.wanted().id();
        return people.find(id).map(present -> patch(present, update)).orElseGet(() -> gone(id));
    }

    /** Takes nothing away that somebody added since it was found to be needed. */
    private Reply add(Effect.Update needed, Addition addition) {
        PersonId id = needed.wanted().id();
        Optional<JsonNode> present = people.find(id);
        if (present.isEmpty()) {
            return gone(id);
        }
        try {
            Optional<Effect.Update> lacking = addition.to(new PersonRecord(present.get()).person());
            return lacking.map(update -> patch(present.get(), update)).orElseGet(() -> new Reply.Done(id, List.of()));
        } catch (UnusableValue unusable) {
            return new Reply.Refused(unusable(id, unusable));
        }
    }

    private Reply patch(JsonNode present, Effect.Update update) {
        Person wanted = update.wanted();
        return patch(wanted.id(), new PatchBody(present, wanted).of(update.fields()), confirmation::ofUpdate);
    }

    private static String unusable(PersonId id, UnusableValue unusable) {
        return "RogerRoger sent person " + id + " with " + unusable.what() + ", so that nothing was added to it";
    }

    /** Reads nothing of the one it goes to: {@link #before} has, and is asked again after any doubt. */
    private Reply copy(Effect.CopyNote copy, Note note) {
        String path = PeopleReads.path(copy.to()) + "/notes";
        return writes.send("POST", path, note.copy(copy.from()), 0, answer -> confirmation.ofNote(answer, copy.to()));
    }

    @Override
    public Reply create(Effect.Create creation) {
        return bringBack(creation.former());
    }

    private Reply bringBack(SourcedPerson former) {
        PersonId id = former.person().id();
        Optional<JsonNode> present = people.findAny(id);
        if (present.isEmpty()) {
            return gone(id);
        }
        if (!new PersonRecord(present.get()).isArchived()) {
            // By an earlier call of ours, or by somebody who may have changed it since.
            return new Reply.Done(id, List.of());
        }
        JsonNode kept = Json.MAPPER.readTree(former.raw());
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.putNull(ARCHIVED_AT);
        for (String field : Writable.FIELDS) {
            JsonNode value = Writable.of(kept, field);
            if (kept.has(field) && !value.equals(Writable.of(present.get(), field))) {
                body.set(field, value);
            }
        }
        return patch(id, PatchBody.mergePatch(body), confirmation::ofReturn);
    }

    private Reply patch(PersonId id, Body body, HttpWrites.Reading reading) {
        return writes.send(PATCH, PeopleReads.path(id), body, 0, reading);
    }

    private static Reply.Refused gone(PersonId id) {
        return new Reply.Refused("RogerRoger no longer has person " + id);
    }
}
