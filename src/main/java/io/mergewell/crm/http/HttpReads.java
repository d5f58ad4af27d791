package io.mergewell.crm.http;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import java.time.Duration;

/**
 * Reads from one system. What may pass by itself (429, 5xx, broken connections, answers cut short) is waited for and
 * tried again, within bounds; what cannot pass ends with a sentence. Only reads: nothing here may send a write.
 */
public final class HttpReads {

    private final Peer peer;
    private final Waiter waiter;
    private final Exchange exchange;
    private final Pace pace;
    private final Refusals refusals;
    private ApiUsage usage = ApiUsage.NONE;

    /** The timeout is for one whole request, connecting and the answer's last byte included. */
    public HttpReads(Peer peer, Duration timeout, Waiter waiter) {
        this(peer, timeout, waiter, Remark.NONE);
    }

    /** As the other, and adds to its own sentence about a refusal what the system says about it. */
    public HttpReads(Peer peer, Duration timeout, Waiter waiter, Remark remark) {
        this.peer = peer;
        this.waiter = waiter;
        this.exchange = new Exchange(peer.name(), timeout);
        this.pace = new Pace(peer, waiter);
        this.refusals = new Refusals(peer, remark);
    }

    /** Makes sense of an answer below 500 that refuses nothing. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * What the answer says.
         *
         * @throws PassingTrouble if the answer is cut short, so that asking again may help
         */
        T read(Answer answer) throws PassingTrouble;
    }

    /**
     * What {@code reading} made of the answer.
     *
     * @param pathAndQuery already encoded
     * @param tokens price of one attempt; counted for each, since nobody says that a failed one is free
     * @throws CrmException if there is no answer to be had, or none of use
     */
    public <T> T get(String pathAndQuery, long tokens, Reading<T> reading) {
        Patience patience = new Patience(peer, waiter);
        boolean renewed = false;
        for (int attempt = 0; ; attempt++) {
            pace.hold();
            SignIn.Proof proof = peer.signIn().proof();
            usage = usage.plus(new ApiUsage(1, tokens, attempt == 0 ? 0 : 1));
            try {
                Answer answer = exchange.send(peer.request(pathAndQuery, proof).build());
                if (answer.status() == 429) {
                    patience.afterRefusal(answer);
                } else if (answer.status() == 401 && !renewed && peer.signIn().renewedAfter(proof)) {
                    renewed = true;
                } else {
                    pace.note(answer);
                    return reading.read(usable(answer));
                }
            } catch (PassingTrouble trouble) {
                patience.after(trouble);
            }
        }
    }

    /** What has been spent so far. */
    public ApiUsage usage() {
        return usage;
    }

    private Answer usable(Answer answer) throws PassingTrouble {
        if (answer.status() >= 500 || answer.status() == 408) {
            throw PassingTrouble.answered(answer.status());
        }
        refusals.check(answer);
        return answer;
    }
}
