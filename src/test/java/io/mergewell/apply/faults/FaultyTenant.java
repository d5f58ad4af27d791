package io.mergewell.apply.faults;

import io.mergewell.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A RogerRoger tenant in front of the sandbox, on which any write can go wrong. An archiving counts as {@link
 * CallKind#MERGE}, every other change of a person as {@link CallKind#UPDATE}, a new note as {@link CallKind#CREATE}.
 */
public final class FaultyTenant implements AutoCloseable {

    private final TenantClient tenant;
    private final Script script = new Script();
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new ArrayList<>();
    private final SortedSet<String> withDeals = new TreeSet<>();
    private final FrontDoor door;

    /**
     * In front of a sandbox, which stays its owner's to close.
     *
     * @param port 0 for any that is free
     */
    public FaultyTenant(Sandbox sandbox, int port) throws IOException {
        this.tenant = new TenantClient(sandbox);
        this.door = new FrontDoor(port, this::serve);
    }

    public URI baseUrl() {
        return door.url();
    }

    /** Lets a request go wrong: the {@code number}th of its kind from now on, beginning with 1. */
    public void on(CallKind kind, int number, Fault fault) {
        script.on(kind, number, fault);
    }

    /** Does something when a request has come and nothing of it was done yet. */
    public void before(CallKind kind, int number, Runnable event) {
        script.before(kind, number, event);
    }

    /** Does something when a request was carried out, before it is answered. */
    public void after(CallKind kind, int number, Runnable event) {
        script.after(kind, number, event);
    }

    /** Does what {@link Fault#beforeItIsDone} left undone. */
    public void doWhatIsLate() {
        for (Runnable deed = late.poll(); deed != null; deed = late.poll()) {
            deed.run();
        }
    }

    /** What somebody in the tenant changes. @param json a merge patch */
    public void edit(String person, String json) {
        tenant.send(new Wire.Request("PATCH", "/people/" + person, tenant.key(), "application/merge-patch+json", json));
    }

    /** From now on a person has a deal. */
    public synchronized void giveDeal(String person) {
        withDeals.add(person);
    }

    /** The calls of a kind so far. */
    public synchronized List<Call> calls(CallKind kind) {
        return calls.stream().filter(call -> call.kind() == kind).toList();
    }

    public TenantSnapshot snapshot() {
        return tenant.snapshot();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private boolean serve(Wire wire, Wire.Request request) throws IOException {
        CallKind kind = kind(request);
        Script.Step step = script.next(kind);
        Fault fault = step.fault();
        note(kind, request, fault.line());
        step.before().forEach(Runnable::run);
        FaultyCrm.Answer answer = answer(request, fault.when());
        step.after().forEach(Runnable::run);
        if (fault.line() == Line.HONEST) {
            wire.answer(answer);
            return true;
        }
        wire.play(fault.line().reply(answer, door.url()));
        return false;
    }

    private synchronized void note(CallKind kind, Wire.Request request, Line line) {
        calls.add(
                new Call(calls.size(), Instant.now(), kind, request.method(), request.target(), request.body(), line));
    }

    private FaultyCrm.Answer answer(Wire.Request request, Fault.When when) {
        if (when == Fault.When.AT_ONCE) {
            return withDeals(request, tenant.send(request));
        }
        if (when == Fault.When.LATE) {
            late.add(() -> tenant.send(request));
        }
        return new FaultyCrm.Answer(200, "application/ld+json", "{}");
    }

    private synchronized FaultyCrm.Answer withDeals(Wire.Request request, FaultyCrm.Answer answer) {
        return withDeals.contains(request.target().replaceFirst("^/people/", ""))
                ? new FaultyCrm.Answer(
                        answer.status(),
                        answer.contentType(),
                        answer.body().replace("\"totalDeals\":0", "\"totalDeals\":1"))
                : answer;
    }

    private static CallKind kind(Wire.Request request) {
        return switch (request.method()) {
            case "POST" -> CallKind.CREATE;
            case "PATCH" -> request.body().contains("\"archivedAt\":\"") ? CallKind.MERGE : CallKind.UPDATE;
            default -> CallKind.READ;
        };
    }
}
