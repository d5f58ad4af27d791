package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import java.time.Duration;
import java.util.OptionalLong;

/** Keeps below a rate limit: when an answer says that little is left of the window, the next request waits it out. */
final class Pace {

    /** A longer wait is not worth holding a run open: it ends and is continued later. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** Pipedrive's burst window, for an answer that says how much is left and not for how long. */
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(2);

    /** The part of the window that is left to others who share the token: a tenth. */
    private static final long RESERVE = 10;

    private final Peer peer;
    private final Waiter waiter;
    private Duration owed = Duration.ZERO;

    Pace(Peer peer, Waiter waiter) {
        this.peer = peer;
        this.waiter = waiter;
    }

    /** Waits, if the last answer asked for it. */
    void hold() {
        Duration wait = owed;
        owed = Duration.ZERO;
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new CrmException.Temporary(
                    peer.name() + " allows no further request for " + Spans.inWords(wait)
                            + ". What was done is kept: run the same command again after that, it goes on from there.",
                    true);
        }
        if (!wait.isZero()) {
            waiter.await(wait);
        }
    }

    void note(Answer answer) {
        OptionalLong remaining = answer.number("x-ratelimit-remaining");
        long reserve = answer.number("x-ratelimit-limit").orElse(0) / RESERVE;
        boolean low = remaining.isPresent() && remaining.getAsLong() <= reserve;
        owed = low ? Waits.reset(answer).or(() -> Waits.retryAfter(answer)).orElse(USUAL_WINDOW) : Duration.ZERO;
    }
}
