package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.HttpWrites;
import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.crm.pipedrive.write.Confirmation;
import io.mergewell.crm.pipedrive.write.CreationBody;
import io.mergewell.crm.pipedrive.write.LeadCount;
import io.mergewell.crm.pipedrive.write.MergeCall;
import io.mergewell.crm.pipedrive.write.PathNumber;
import io.mergewell.crm.pipedrive.write.PersonBody;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges, updates, deletes and creates persons of one Pipedrive company through API v1. Prices are
 * {@code x-token-cost} in Pipedrive's OpenAPI description of it.
 */
final class WriterOfV1 implements PersonWriter, PersonDeletion, PersonRevival {

    private static final long UPDATE_TOKENS = 10;
    private static final long CREATE_TOKENS = 10;
    private static final long DELETE_TOKENS = 10;

    /** Pipedrive takes 1000, which would make an address that is too long for what stands in between. */
    private static final int MOST_DELETIONS = 100;

    private final HttpReads reads;
    private final HttpWrites writes;
    private final String peer;
    private final PersonFields fields;
    private final FlatRecord shape;
    private final LeadCount leads;
    private final Confirmation confirmation;
    private final MergeCall mergeCall;

    /** @param peer name and host, for a sentence */
    WriterOfV1(String peer, HttpReads reads, HttpWrites writes) {
        this.reads = reads;
        this.writes = writes;
        this.peer = peer;
        this.fields = PersonFields.v1(peer, reads);
        this.shape = new FlatRecord(fields, true);
        this.leads = new LeadCount(peer, reads);
        this.confirmation = new Confirmation(peer);
        this.mergeCall = new MergeCall(writes, confirmation);
    }

    @Override
    public List<Step> before(Effect.Merge merge, Addition addition) {
        return List.of();
    }

    @Override
    public boolean mergeTouchesSurvivor() {
        return true;
    }

    /** What contact sync brings, such as a birthday, is not documented as something that API v1 writes. */
    @Override
    public boolean writes(String field) {
        return switch (field) {
            case "name", "emails", "phones", "organisation", "labels" -> true;
            case "consent" -> fields.has(PersonFields.CONSENT);
            default ->
                field.startsWith(PersonBody.CUSTOM)
                        && fields.form(field.substring(PersonBody.CUSTOM.length()))
                                .isPresent();
        };
    }

    @Override
    public Set<LinkKind> leftBehind() {
        return Set.of();
    }

    @Override
    public long mergePrice() {
        return MergeCall.TOKENS;
    }

    @Override
    public Optional<PersonDeletion> deletion() {
        return Optional.of(this);
    }

    @Override
    public Optional<PersonRevival> revival() {
        return Optional.of(this);
    }

    @Override
    public boolean bringsBack() {
        return false;
    }

    @Override
    public SourcedPerson recorded(String raw) {
        try {
            JsonNode record = Json.MAPPER.readTree(raw);
            JsonNode id = record.path("id");
            if (id.isIntegralNumber() && id.longValue() > 0 && record.has("active_flag")) {
                Person person =
                        new FlatRecord(fields, true).person(record, new PersonId(Long.toString(id.longValue())));
                return new SourcedPerson(person, raw);
            }
        } catch (JacksonException | UnusableValue unreadable) {
            // Its message may quote the record.
        }
        throw new Unwritable("The record that was kept is no person's of Pipedrive's API v1. If it was"
                + " read through v2, restore it with crm.type pipedrive.");
    }

    @Override
    public int deletesAtOnce() {
        return MOST_DELETIONS;
    }

    @Override
    public long deletionPrice(int persons) {
        return DELETE_TOKENS + LeadCount.LEAST_TOKENS * persons;
    }

    @Override
    public long leads(PersonId person) {
        return leads.of(PathNumber.of(person));
    }

    @Override
    public ApiUsage usage() {
        return writes.usage().plus(reads.usage());
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }

    @Override
    public Reply merge(Effect.Merge merge) {
        return mergeCall.send(merge);
    }

    @Override
    public Reply update(Effect.Update update) {
        String path = "/api/v1/persons/" + PathNumber.of(update.wanted().id());
        String body = Json.MAPPER.writeValueAsString(body(update.wanted(), update.fields()));
        return writes.send("PUT", path, Body.json(body), UPDATE_TOKENS, this::showing);
    }

    /** The answer to an update has the whole person, as that to a question for one has. */
    private Reply showing(Answer answer) {
        Reply reply = confirmation.ofUpdate(answer);
        return reply instanceof Reply.Done done ? new Reply.Done(done.remaining(), done.gone(), shown(answer)) : reply;
    }

    private @Nullable SourcedPerson shown(Answer answer) {
        try {
            return RecordParser.parseOne(peer, shape, answer).persons().stream()
                    .findFirst()
                    .orElse(null);
        } catch (PassingTrouble | CrmException unreadable) {
            return null;
        }
    }

    @Override
    public Reply create(Effect.Create create) {
        Person former = create.former().person();
        if (former.name().display().isEmpty()) {
            return new Reply.Refused("Pipedrive keeps no person without a name");
        }
        String body = new CreationBody(create.former(), this::writes).json(held -> body(former, held));
        return writes.send("POST", "/api/v1/persons", Body.json(body), CREATE_TOKENS, confirmation::ofCreation);
    }

    /** They are deleted one after the other, so that the answer may name some of them only. */
    @Override
    public Reply delete(Effect.Delete delete) {
        if (delete.persons().size() > MOST_DELETIONS) {
            throw new Unwritable("No more than " + MOST_DELETIONS + " persons are deleted at once.");
        }
        String ids = delete.persons().stream()
                .map(PathNumber::of)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return writes.send("DELETE", "/api/v1/persons?ids=" + ids, null, DELETE_TOKENS, confirmation::ofDeletions);
    }

    private ObjectNode body(Person wanted, SortedSet<String> names) {
        return new PersonBody(wanted, fields, new PlacesOfV1()).json(names);
    }
}
