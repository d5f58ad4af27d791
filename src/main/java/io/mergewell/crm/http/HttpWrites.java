package io.mergewell.crm.http;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.write.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one system. Each request leaves this machine once at most, whatever becomes of it; what cannot be told from
 * the answer is {@link Reply.Unknown}, never guessed.
 *
 * <p>One answer allows a second request: 401 says that the first "has not been applied because it lacks valid
 * authentication credentials" (RFC 9110, 15.5.2). Where the sign-in has got another proof since, the same is sent once
 * more with that one. A second 401 ends the matter.
 */
public final class HttpWrites {

    /** A status that says "done, look there" rather than "ask there". */
    private static final int SEE_OTHER = 303;

    private final Peer peer;
    private final Exchange exchange;
    private final Pace pace;
    private final Refusals refusals;
    private final Respite respite = new Respite();
    private ApiUsage usage = ApiUsage.NONE;

    /** The timeout is for one whole request, connecting and the answer's last byte included. */
    public HttpWrites(Peer peer, Duration timeout, Waiter waiter) {
        this.peer = peer;
        this.exchange = new Exchange(peer.name(), timeout);
        this.pace = new Pace(peer, waiter);
        this.refusals = new Refusals(peer);
    }

    /** Makes sense of an answer of status 200 to 299, which may be anything but what was promised. */
    @FunctionalInterface
    public interface Reading {

        /** What the answer says; {@link Reply.Unknown} where it says nothing that can be relied on. */
        Reply read(Answer answer);
    }

    /** What a request carries. */
    public record Body(String contentType, String text) {

        /** Plain JSON. */
        public static Body json(String text) {
            return new Body("application/json", text);
        }
    }

    /**
     * Sends one request, once, after such a wait as an earlier answer asked for; once more only if it was not applied
     * for want of a valid proof, and there is a new one.
     *
     * @param path already encoded
     * @param body null for none
     * @param tokens the price, counted whatever comes back
     * @throws CrmException if nothing was done and nothing further can be
     */
    public Reply send(String method, String path, @Nullable Body body, long tokens, Reading reading) {
        SignIn signIn = peer.signIn();
        SignIn.Proof proof = signIn.proof();
        Sent sent = send(request(method, path, body, proof), new ApiUsage(1, tokens, 0));
        if (sent instanceof Answered first && first.answer().status() == 401 && signIn.renewedAfter(proof)) {
            sent = send(request(method, path, body, signIn.proof()), new ApiUsage(1, tokens, 1));
        }
        return sent instanceof Answered answered ? reply(answered.answer(), reading) : ((Open) sent).reply();
    }

    /** What came of a request. */
    private sealed interface Sent {}

    private record Answered(Answer answer) implements Sent {}

    /** No answer, or none that can be read. */
    private record Open(Reply.Unknown reply) implements Sent {}

    private Sent send(HttpRequest request, ApiUsage price) {
        pace.hold();
        if (Thread.currentThread().isInterrupted()) {
            throw new CrmException.Stopped();
        }
        usage = usage.plus(price);
        try {
            return new Answered(exchange.send(request));
        } catch (PassingTrouble trouble) {
            if (trouble.nothingWasSent()) {
                throw new CrmException.Temporary(peer.name() + " " + trouble.what()
                        + ". Nothing was sent: run the same command again later, it goes on from there.");
            }
            return new Open(unknown(trouble.what()));
        } catch (CrmException.BrokenContract unreadable) {
            return new Open(unknown("sent an answer that cannot be read"));
        } catch (CrmException.Stopped stopped) {
            return new Open(unknown("had not answered when the program was asked to stop"));
        }
    }

    /** What has been spent so far. */
    public ApiUsage usage() {
        return usage;
    }

    private Reply reply(Answer answer, Reading reading) {
        int status = answer.status();
        if (status == 429) {
            return respite.after(peer, answer);
        }
        respite.over();
        pace.note(answer);
        if (status >= 200 && status < 300) {
            return reading.read(answer);
        }
        if (status < 200 || status >= 500 || status == 408 || status == SEE_OTHER) {
            return unknown("answered with status " + status);
        }
        refusals.check(answer);
        if (status == 405) {
            throw new CrmException.BrokenContract(peer.name() + " does not know this kind of request (405), so that it"
                    + " may no longer be the system this program was made for. Nothing was done by it.");
        }
        return new Reply.Refused(peer.name() + " did not do it (status " + status + ")");
    }

    private Reply.Unknown unknown(String what) {
        return new Reply.Unknown(peer.name() + " " + what + ", so that it may have been done or not");
    }

    private HttpRequest request(String method, String path, @Nullable Body body, SignIn.Proof proof) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text());
        HttpRequest.Builder request = peer.request(path, proof).method(method, content);
        return (body == null ? request : request.header("content-type", body.contentType())).build();
    }
}
