package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.HttpWrites;
import io.mergewell.crm.http.HttpWrites.Body;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges, updates, deletes and creates persons of one Pipedrive company. Prices are {@code x-token-cost} in Pipedrive's OpenAPI
 * descriptions.
 */
public final class PipedriveWriter implements PersonWriter, PersonDeletion, PersonRevival {

    private static final long UPDATE_TOKENS = 5;
    private static final long CREATE_TOKENS = 5;
    private static final long DELETE_TOKENS = 3;

    private final HttpWrites writes;
    private final HttpReads reads;
    private final PersonFields fields;
    private final LeadCount leads;
    private final Confirmation confirmation;
    private final MergeCall mergeCall;

    /**
     * Sends nothing before somebody asks.
     *
     * @param timeout for one whole request
     * @param waiter waits where a read asks for it
     */
    public PipedriveWriter(Peer pipedrive, Duration timeout, Waiter waiter) {
        this.writes = new HttpWrites(pipedrive, timeout, waiter);
        this.reads = new HttpReads(pipedrive, timeout, waiter);
        this.fields = PersonFields.v2(pipedrive.name(), reads);
        this.leads = new LeadCount(pipedrive.name(), reads);
        this.confirmation = new Confirmation(pipedrive.name());
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

    @Override
    public boolean writes(String field) {
        return switch (field) {
            case "name", "emails", "phones", "organisation", "labels" -> true;
            case "consent" -> fields.has(PersonFields.CONSENT);
            case "birth-date" -> fields.has(PersonFields.BIRTHDAY);
            case "job-title" -> fields.has(PersonFields.JOB_TITLE);
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
        return KeptRecord.read(raw);
    }

    @Override
    public int deletesAtOnce() {
        return 1;
    }

    @Override
    public long deletionPrice(int persons) {
        return (LeadCount.LEAST_TOKENS + DELETE_TOKENS) * persons;
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
        String path = "/api/v2/persons/" + PathNumber.of(update.wanted().id());
        Body body = Body.json(Json.MAPPER.writeValueAsString(body(update.wanted(), update.fields())));
        return writes.send("PATCH", path, body, UPDATE_TOKENS, confirmation::ofUpdate);
    }

    @Override
    public Reply create(Effect.Create create) {
        if (create.former().person().name().display().isEmpty()) {
            return new Reply.Refused("Pipedrive keeps no person without a name");
        }
        Body body = Body.json(new CreationBody(create.former(), this::writes)
                .json(held -> body(create.former().person(), held)));
        return writes.send("POST", "/api/v2/persons", body, CREATE_TOKENS, confirmation::ofCreation);
    }

    @Override
    public Reply delete(Effect.Delete delete) {
        if (delete.persons().size() > deletesAtOnce()) {
            throw new Unwritable("Pipedrive deletes one person at a time.");
        }
        String path = "/api/v2/persons/" + PathNumber.of(delete.persons().get(0));
        return writes.send("DELETE", path, null, DELETE_TOKENS, confirmation::ofDeletion);
    }

    private ObjectNode body(Person wanted, SortedSet<String> names) {
        return new PersonBody(wanted, fields, new PlacesOfV2()).json(names);
    }
}
