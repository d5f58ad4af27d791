package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.http.Answer;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.PassingTrouble;
import io.mergewell.crm.pipedrive.record.Json;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.record.RecordPage;
import io.mergewell.crm.pipedrive.record.RecordParser;
import io.mergewell.crm.pipedrive.write.PathNumber;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.MissingNode;

/** {@code GET /api/v1/persons/{id}}: the whole record, one call each. */
final class SinglePersons {

    private static final long TOKENS = 2;

    private final String peer;
    private final HttpReads reads;
    private final FlatRecord shape;

    SinglePersons(String peer, HttpReads reads, PersonFields fields) {
        this.peer = peer;
        this.reads = reads;
        this.shape = new FlatRecord(fields, true);
    }

    /** Empty for one who is deleted, merged away or unknown. */
    Optional<SourcedPerson> find(PersonId id) {
        long number = PathNumber.of(id);
        RecordPage page = reads.get("/api/v1/persons/" + number, TOKENS, this::parse);
        if (!page.ids().stream().allMatch(found -> found == number)) {
            throw RecordParser.broken(peer, "sent another person than " + number + ", who was asked for");
        }
        return page.persons().stream().findFirst();
    }

    private RecordPage parse(Answer answer) throws PassingTrouble {
        int status = answer.status();
        if (status == 200) {
            return RecordParser.parseOne(peer, shape, answer);
        }
        if ((status == 404 || status == 410) && speaksOfThePerson(answer)) {
            return new RecordPage(List.of(), List.of(), List.of(), MissingNode.getInstance());
        }
        Retirement.check(peer, answer);
        throw RecordParser.broken(peer, "answered the question for a person with status " + status);
    }

    /**
     * A way to read that is there no more must not make everybody look deleted: Pipedrive answers for a person with
     * {@code "success": false}, and for a way it does not know with {@code "status": false}.
     */
    private static boolean speaksOfThePerson(Answer answer) {
        try {
            return answer.isJson()
                    && Json.MAPPER.readTree(answer.body()).path("success").isBoolean();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
