package io.mergewell.crm.http;

import io.mergewell.crm.write.Reply;
import java.time.Duration;

/** How long to leave a system alone that answered 429; the more often in a row, the longer. */
final class Respite {

    /** Where the day's budget is spent and nobody says until when: long enough that a run ends. */
    private static final Duration UNTIL_ANOTHER_DAY = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 9;

    private int inARow;

    Reply.NotNow after(Peer peer, Answer answer) {
        boolean budget = Waits.tellsOfDailyBudget(answer);
        Duration told = Waits.retryAfter(answer)
                .or(() -> Waits.reset(answer))
                .orElse(budget ? UNTIL_ANOTHER_DAY : Duration.ZERO);
        Duration least = Duration.ofSeconds(1L << Math.min(++inARow, MOST_DOUBLINGS));
        String why = budget ? ": the budget of the day seems to be spent" : "";
        return new Reply.NotNow(
                told.compareTo(least) > 0 ? told : least,
                peer.name() + " allows no further request for now (429)" + why + ". It was not done");
    }

    void over() {
        inARow = 0;
    }
}
