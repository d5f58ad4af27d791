package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Answer;
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
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges, updates, deletes and creates persons of one Pipedrive company, whichever of its APIs they go through: what
 * both do alike, and merges, which v1 alone has.
 */
public abstract class CompanyWriter implements PersonWriter, PersonDeletion, PersonRevival {

    /** {@code x-token-cost} in Pipedrive's OpenAPI description. */
    private static final long MERGE_TOKENS = 40;

    private final Dialect dialect;
    private final HttpWrites writes;
    private final HttpReads reads;
    private final PersonFields fields;
    private final LeadCount leads;
    private final Confirmation confirmation;

    /**
     * Sends nothing before somebody asks.
     *
     * @param timeout for one whole request
     * @param waiter waits where an answer asks for it
     */
    protected CompanyWriter(Peer pipedrive, Duration timeout, Waiter waiter, Dialect dialect) {
        this.dialect = dialect;
        this.writes = new HttpWrites(pipedrive, timeout, waiter);
        this.reads = new HttpReads(pipedrive, timeout, waiter);
        this.fields = dialect.fields().apply(pipedrive.name(), reads);
        this.leads = new LeadCount(pipedrive.name(), reads);
        this.confirmation = new Confirmation(pipedrive.name());
    }

    /** The person in the path disappears; the one in the body stays. */
    @Override
    public Reply merge(Effect.Merge merge) {
        String path = "/api/v1/persons/" + PathNumber.of(merge.duplicate()) + "/merge";
        Body body = Body.json("{\"merge_with_id\":" + PathNumber.of(merge.survivor()) + "}");
        return writes.send("PUT", path, body, MERGE_TOKENS, confirmation::ofMerge);
    }

    @Override
    public Reply update(Effect.Update update) {
        String path = dialect.persons() + "/" + PathNumber.of(update.wanted().id());
        Body body = Body.json(Json.MAPPER.writeValueAsString(body(update.wanted(), update.fields())));
        return writes.send(dialect.update(), path, body, dialect.tokens(), this::updated);
    }

    /** What the answer to an update says. */
    protected Reply updated(Answer answer) {
        return confirmation.ofUpdate(answer);
    }

    @Override
    public Reply create(Effect.Create create) {
        Person former = create.former().person();
        if (former.name().display().isEmpty()) {
            return new Reply.Refused("Pipedrive keeps no person without a name");
        }
        String body = new CreationBody(create.former(), this::writes).json(held -> body(former, held));
        return writes.send("POST", dialect.persons(), Body.json(body), dialect.tokens(), confirmation::ofCreation);
    }

    private ObjectNode body(Person wanted, SortedSet<String> names) {
        return new PersonBody(wanted, fields, dialect.places()).json(names);
    }

    /**
     * Sends a deletion, once.
     *
     * @param whom names them, behind the path of all persons
     * @param reading what the answer says
     */
    protected final Reply sendDeletion(String whom, BiFunction<Confirmation, Answer, Reply> reading) {
        String path = dialect.persons() + whom;
        return writes.send(
                "DELETE", path, null, dialect.deletionTokens(), answer -> reading.apply(confirmation, answer));
    }

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

    /** Which fields this company's persons have; asked for when it is first needed. */
    protected final PersonFields fields() {
        return fields;
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
    public Set<LinkKind> leftBehind() {
        return Set.of();
    }

    @Override
    public long mergePrice() {
        return MERGE_TOKENS;
    }

    @Override
    public Optional<PersonDeletion> deletion() {
        return Optional.of(this);
    }

    @Override
    public long deletionPrice(int persons) {
        int calls = (persons + deletesAtOnce() - 1) / deletesAtOnce();
        return dialect.deletionTokens() * calls + LeadCount.LEAST_TOKENS * persons;
    }

    @Override
    public long leads(PersonId person) {
        return leads.of(PathNumber.of(person));
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
    public ApiUsage usage() {
        return writes.usage().plus(reads.usage());
    }

    @Override
    public void close() {
        // The JDK's client of Java 17 cannot be closed; its threads are daemons and end with it.
    }
}
