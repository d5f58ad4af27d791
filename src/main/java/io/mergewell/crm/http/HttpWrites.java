package io.mergewell.crm.http;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Reply;
import io.mergewell.crm.Waiter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one system. Each request leaves this machine once at most, whatever becomes of it; what cannot be told from
 * the answer is {@link Reply.Unknown}, never guessed.
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
        this.exchange = new Exchange(peer, timeout);
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
     * Sends one request, once, after such a wait as an earlier answer asked for.
     *
     * @param path already encoded
     * @param body null for none
     * @param tokens the price, counted whatever comes back
     * @throws CrmException if nothing was done and nothing further can be
     */
    public Reply send(String method, String path, @Nullable Body body, long tokens, Reading reading) {
        HttpRequest request = request(method, path, body);
        pace.hold();
        if (Thread.currentThread().isInterrupted()) {
            throw new CrmException.Stopped();
        }
        usage = usage.plus(new ApiUsage(1, tokens, 0));
        Answer answer;
        try {
            answer = exchange.send(request);
        } catch (PassingTrouble trouble) {
            if (trouble.nothingWasSent()) {
                throw new CrmException.Temporary(peer.name() + " " + trouble.what()
                        + ". Nothing was sent: run the same command again later, it goes on from there.");
            }
            return unknown(trouble.what());
        } catch (CrmException.BrokenContract unreadable) {
            return unknown("sent an answer that cannot be read");
        } catch (CrmException.Stopped stopped) {
            return unknown("had not answered when the program was asked to stop");
        }
        return reply(answer, reading);
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

    private HttpRequest request(String method, String path, @Nullable Body body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text());
        HttpRequest.Builder request = peer.request(path).method(method, content);
        return (body == null ? request : request.header("content-type", body.contentType())).build();
    }
}
