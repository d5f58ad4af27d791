package io.mergewell.crm.pipedrive.write;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Unwritable;
import java.time.Duration;

/** Writes through API v2, which deletes one person a call. */
public final class PipedriveWriter extends CompanyWriter {

    private static final long TOKENS = 5;
    private static final long DELETION_TOKENS = 3;
    private static final Dialect V2 =
            new Dialect("/api/v2/persons", "PATCH", TOKENS, DELETION_TOKENS, new PlacesOfV2(), PersonFields::v2);

    /**
     * Sends nothing before somebody asks.
     *
     * @param timeout for one whole request
     * @param waiter waits where an answer asks for it
     */
    public PipedriveWriter(Peer pipedrive, Duration timeout, Waiter waiter) {
        super(pipedrive, timeout, waiter, V2);
    }

    /** Also what contact sync brings, which is not documented as something that API v1 writes. */
    @Override
    public boolean writes(String field) {
        return switch (field) {
            case "birth-date" -> fields().has(PersonFields.BIRTHDAY);
            case "job-title" -> fields().has(PersonFields.JOB_TITLE);
            default -> super.writes(field);
        };
    }

    @Override
    public int deletesAtOnce() {
        return 1;
    }

    @Override
    public Reply delete(Effect.Delete delete) {
        if (delete.persons().size() > deletesAtOnce()) {
            throw new Unwritable("Pipedrive deletes one person at a time.");
        }
        return sendDeletion("/" + PathNumber.of(delete.persons().get(0)), Confirmation::ofDeletion);
    }

    @Override
    public SourcedPerson recorded(String raw) {
        return KeptRecord.read(raw);
    }
}
