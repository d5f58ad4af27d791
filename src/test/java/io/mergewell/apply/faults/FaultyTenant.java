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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A RogerRoger tenant in front of the sandbox, on which any write can go wrong. An archiving counts as {@link
 * CallKind#MERGE}, every other change of a person as {@link CallKind#UPDATE}, a new note as {@link CallKind#CREATE}.
 */
public final class FaultyTenant implements AutoCloseable {

    private static final Pattern PHONE = Pattern.compile("\"phoneNumber\":\"([^\"]*)\"");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{3})(\\d{3})(\\d{4})");

    private final TenantClient tenant;
    private final Script script = new Script();
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new ArrayList<>();
    private final SortedSet<String> withDeals = new TreeSet<>();
    private final AtomicBoolean ownPhones = new AtomicBoolean();
    private final AtomicReference<String> unreadable = new AtomicReference<>("");
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

    /** From now on American numbers are stored as {@code +1 404-674-3280}, however they are sent. */
    public void writesPhonesItsWay() {
        ownPhones.set(true);
    }

    /** From now on one person's record cannot be read. @param person empty for nobody's */
    public void spoil(String person) {
        unreadable.set(person);
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
            return spoilt(request, withDeals(request, tenant.send(stored(request))));
        }
        if (when == Fault.When.LATE) {
            late.add(() -> tenant.send(stored(request)));
        }
        return new FaultyCrm.Answer(200, "application/ld+json", "{}");
    }

    private Wire.Request stored(Wire.Request request) {
        if (!ownPhones.get()) {
            return request;
        }
        String body = PHONE.matcher(request.body())
                .replaceAll(phone -> "\"phoneNumber\":\"" + american(phone.group(1)) + "\"");
        return new Wire.Request(request.method(), request.target(), request.token(), request.contentType(), body);
    }

    private static String american(String phone) {
        Matcher number = AMERICAN.matcher(phone.replaceAll("\\D", ""));
        return number.matches() ? number.replaceAll("+1 $1-$2-$3") : phone;
    }

    private FaultyCrm.Answer spoilt(Wire.Request request, FaultyCrm.Answer answer) {
        return request.target().equals("/people/" + unreadable.get())
                ? new FaultyCrm.Answer(
                        answer.status(),
                        answer.contentType(),
                        answer.body().replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"soon\""))
                : answer;
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
