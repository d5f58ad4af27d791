package io.mergewell.apply.faults;

import io.mergewell.crm.ScriptedServer;
import io.mergewell.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A stateful CRM on loopback in which things go wrong as planned. Behind it stands the sandbox; {@link #history} knows
 * what really happened. Requests of each kind are counted from 1, from the moment of planning.
 */
public final class FaultyCrm implements AutoCloseable {

    private final Sandbox sandbox;
    private final CrmClient crm;
    private final Diary diary;
    private final Script script = new Script();
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final ScriptedServer elsewhere = new ScriptedServer();
    private final FrontDoor door;

    /** In front of a sandbox, which stays its owner's to close. */
    public FaultyCrm(Sandbox sandbox) throws IOException {
        this(sandbox, 0);
    }

    /** At a port of one's own, 0 for any that is free. */
    public FaultyCrm(Sandbox sandbox, int port) throws IOException {
        this.sandbox = sandbox;
        this.crm = new CrmClient(sandbox);
        this.diary = new Diary(crm);
        this.door = new FrontDoor(port, this::serve);
    }

    /** What the CRM itself answered. */
    record Answer(int status, String contentType, String body) {}

    /** What a job file names as {@code base-url}. */
    public URI baseUrl() {
        return door.url();
    }

    public String token() {
        return sandbox.token();
    }

    /** Lets a request go wrong: the {@code number}th of its kind from now on, beginning with 1. */
    public void on(CallKind kind, int number, Fault fault) {
        script.on(kind, number, fault);
    }

    /** Lets requests from now on go wrong by a plan; what {@link #on} says goes before it. */
    public void follow(FaultPlan plan) {
        script.follow(plan);
    }

    /** Does something when a request has come and nothing of it was done yet, such as what {@link #others} do. */
    public void before(CallKind kind, int number, Runnable event) {
        script.before(kind, number, event);
    }

    /** Holds a request, before anything of it is done, until it is released. */
    public Held hold(CallKind kind, int number) {
        Held held = new Held(kind);
        script.before(kind, number, held);
        return held;
    }

    /** Holds the answer to a request, after all of it was done that will be, until it is released. */
    public Held holdAnswer(CallKind kind, int number) {
        Held held = new Held(kind);
        script.after(kind, number, held);
        return held;
    }

    /** Does what {@link Fault#beforeItIsDone} left undone, in the order it was asked for. */
    public void doWhatIsLate() {
        for (Runnable deed = late.poll(); deed != null; deed = late.poll()) {
            deed.run();
        }
    }

    /** Those who change persons behind the job's back. */
    public Others others() {
        return new Others(diary, sandbox.token());
    }

    public History history() {
        return diary.history();
    }

    /** What was sent to the host that redirects lead to; each should be nothing. */
    public List<String> sentElsewhere() {
        return elsewhere.heads();
    }

    public CrmSnapshot snapshot() {
        return crm.snapshot();
    }

    /** Closes the door; the sandbox stays open. */
    @Override
    public void close() throws IOException {
        door.close();
        elsewhere.close();
    }

    /** @return whether the connection stays open */
    private boolean serve(Wire wire, Wire.Request request) throws IOException {
        CallKind kind = CallKind.of(request.method(), request.target().replaceFirst("\\?.*", ""));
        Script.Step step = script.next(kind);
        Fault fault = step.fault();
        diary.note(kind, request, fault.line());
        step.before().forEach(Runnable::run);
        Answer answer = answer(kind, request, fault.when());
        step.after().forEach(Runnable::run);
        if (fault.line() == Line.HONEST) {
            wire.answer(answer);
            return true;
        }
        wire.play(fault.line().reply(answer, elsewhere.url()));
        return false;
    }

    private Answer answer(CallKind kind, Wire.Request request, Fault.When when) {
        if (when == Fault.When.AT_ONCE) {
            return diary.carriedOut(kind, request, true);
        }
        if (when == Fault.When.LATE) {
            late.add(() -> diary.carriedOut(kind, request, true));
        }
        return pretence(kind, request);
    }

    private static Object named(List<Long> persons) {
        return persons.size() == 1 ? persons.get(0) : persons;
    }

    /** What the CRM would have said, had it done what it was asked. */
    private static Answer pretence(CallKind kind, Wire.Request request) {
        String data =
                switch (kind) {
                    case READ -> "[]";
                    case CREATE -> "{\"id\":999999}";
                    case UPDATE -> "{\"id\":" + CallKind.person(request.target()) + "}";
                    case DELETE -> "{\"id\":" + named(CallKind.persons(request.target())) + "}";
                    case MERGE ->
                        "{\"id\":" + Diary.survivor(request.body()) + ",\"merge_what_id\":"
                                + CallKind.person(request.target()) + "}";
                };
        return new Answer(200, "application/json", "{\"success\":true,\"data\":" + data + ",\"additional_data\":{}}");
    }
}
