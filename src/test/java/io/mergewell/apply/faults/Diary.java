package io.mergewell.apply.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries out what is asked of the CRM and writes down what was asked and what was done. */
final class Diary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CrmClient crm;
    private final List<Call> calls = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private long order;

    Diary(CrmClient crm) {
        this.crm = crm;
    }

    synchronized void note(CallKind kind, Wire.Request request, Line line) {
        calls.add(new Call(++order, Instant.now(), kind, request.method(), request.target(), request.body(), line));
    }

    /** Reads are let through; writes take turns, so that their order is known. */
    FaultyCrm.Answer carriedOut(CallKind kind, Wire.Request request, boolean byTheJob) {
        if (kind == CallKind.READ) {
            return crm.send(request.method(), request.target(), request.body(), request.token());
        }
        synchronized (this) {
            FaultyCrm.Answer answer = crm.send(request.method(), request.target(), request.body(), request.token());
            if (answer.status() == 200) {
                written(kind, request, answer).forEach(person -> deeds.add(deed(kind, request, byTheJob, person)));
            }
            return answer;
        }
    }

    synchronized History history() {
        return new History(calls, deeds);
    }

    /** Of several that were to be deleted the answer names those that were. */
    private static List<Long> written(CallKind kind, Wire.Request request, FaultyCrm.Answer answer) {
        JsonNode id = JSON.readTree(answer.body()).path("data").path("id");
        if (kind == CallKind.DELETE && id.isArray()) {
            return id.valueStream().map(JsonNode::longValue).toList();
        }
        return List.of(kind == CallKind.CREATE ? id.longValue() : CallKind.person(request.target()));
    }

    private Deed deed(CallKind kind, Wire.Request request, boolean byTheJob, long person) {
        @Nullable Long survivor = kind == CallKind.MERGE ? survivor(request.body()) : null;
        @Nullable JsonNode now = kind == CallKind.UPDATE || kind == CallKind.CREATE ? crm.person(person) : null;
        return new Deed(++order, Instant.now(), kind, byTheJob, person, survivor, request.body(), now);
    }

    static long survivor(String body) {
        return JSON.readTree(body).path("merge_with_id").longValue();
    }
}
