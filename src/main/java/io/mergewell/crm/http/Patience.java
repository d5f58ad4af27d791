package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import java.time.Duration;
import java.util.List;

/** How long one request is tried again, and what is said when that is over. */
final class Patience {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9));

    /** Who goes on after being refused so often is banned (Pipedrive: a 403 from its gatekeeper). */
    private static final int MOST_REFUSALS = 8;

    private final Peer peer;
    private final Waiter waiter;
    private int troubles;
    private int refusals;
    private Duration waited = Duration.ZERO;

    Patience(Peer peer, Waiter waiter) {
        this.peer = peer;
        this.waiter = waiter;
    }

    /** Waits before the next attempt, or ends the matter. */
    void after(PassingTrouble trouble) {
        if (troubles < PAUSES.size()) {
            waiter.await(PAUSES.get(troubles));
            troubles++;
            return;
        }
        String sentence = peer.name() + " " + trouble.what() + ", " + (troubles + 1) + " times in a row. ";
        if (trouble.breaksContract()) {
            throw new CrmException.BrokenContract(sentence + "Nothing of it was kept.");
        }
        throw new CrmException.Temporary(
                sentence + "What was read is kept: run the same command again later, it goes on from there.");
    }

    /** Waits as a 429 says, or ends the matter if that is too long or the day's budget is spent. */
    void afterRefusal(Answer answer) {
        if (Waits.tellsOfDailyBudget(answer)) {
            throw overLimit("The budget of the day seems to be spent");
        }
        Duration told = Waits.retryAfter(answer).or(() -> Waits.reset(answer)).orElse(Duration.ZERO);
        Duration least = Duration.ofSeconds(1L << refusals);
        Duration wait = told.compareTo(least) > 0 ? told : least;
        waited = waited.plus(wait);
        refusals++;
        if (waited.compareTo(Pace.LONGEST_WAIT) > 0) {
            throw overLimit("The wait it asks for is " + Spans.inWords(wait));
        }
        if (refusals > MOST_REFUSALS) {
            throw overLimit("Waiting as it asked did not help");
        }
        waiter.await(wait);
    }

    private CrmException.Temporary overLimit(String why) {
        return new CrmException.Temporary(
                peer.name() + " allows no further request for now (429). " + why
                        + ". What was read is kept: run the same command again later, it goes on from there.",
                true);
    }
}
