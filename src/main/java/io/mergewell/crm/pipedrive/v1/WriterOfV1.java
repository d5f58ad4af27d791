package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.UnusableValue;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.crm.pipedrive.write.CompanyWriter;
import io.mergewell.crm.pipedrive.write.Confirmation;
import io.mergewell.crm.pipedrive.write.Dialect;
import io.mergewell.crm.pipedrive.write.PathNumber;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Writes through API v1, which deletes many persons a call and answers an update with the whole person. */
final class WriterOfV1 extends CompanyWriter {

    private static final long TOKENS = 10;
    private static final Dialect V1 =
            new Dialect("/api/v1/persons", "PUT", TOKENS, TOKENS, new PlacesOfV1(), PersonFields::v1);

    /** Pipedrive takes 1000, which would make an address that is too long for what stands in between. */
    private static final int MOST_DELETIONS = 100;

    private final String peer;
    private final FlatRecord shape;

    /**
     * Sends nothing before somebody asks.
     *
     * @param timeout for one whole request
     * @param waiter waits where an answer asks for it
     */
    WriterOfV1(Peer pipedrive, Duration timeout, Waiter waiter) {
        super(pipedrive, timeout, waiter, V1);
        this.peer = pipedrive.name();
        this.shape = new FlatRecord(fields(), true);
    }

    /** It has the person as the answer to a question for one has. */
    @Override
    protected Reply updated(Answer answer) {
        Reply reply = super.updated(answer);
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
    public int deletesAtOnce() {
        return MOST_DELETIONS;
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
        return sendDeletion("?ids=" + ids, Confirmation::ofDeletions);
    }

    @Override
    public SourcedPerson recorded(String raw) {
        try {
            JsonNode record = Json.MAPPER.readTree(raw);
            JsonNode id = record.path("id");
            if (id.isIntegralNumber() && id.longValue() > 0 && record.has("active_flag")) {
                Person person = shape.person(record, new PersonId(Long.toString(id.longValue())));
                return new SourcedPerson(person, raw);
            }
        } catch (JacksonException | UnusableValue unreadable) {
            // Its message may quote the record.
        }
        throw new Unwritable("The record that was kept is no person's of Pipedrive's API v1. If it was"
                + " read through v2, restore it with crm.type pipedrive.");
    }
}
