package io.mergewell.apply.act.send;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Reply;
import java.time.Duration;

/** The wait after an answer that did not settle a write. */
public final class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private Backoff() {}

    /**
     * Waits as long as the CRM asks to, or a moment where it did not say what became of the write.
     *
     * @param tries how often it was sent by now, at least 1
     * @throws CrmException.Temporary if the CRM asks for longer than a run should be held open
     */
    public static void await(Bench bench, Reply reply, int tries) {
        if (reply instanceof Reply.NotNow notNow) {
            if (notNow.pause().compareTo(LONGEST) > 0) {
                throw over(notNow.why());
            }
            bench.waiter().await(notNow.pause());
        } else if (reply instanceof Reply.Unknown) {
            bench.waiter().await(FIRST.multipliedBy(tries));
        }
    }

    /** Ends the run where waiting does not help. */
    public static CrmException.Temporary over(String why) {
        return new CrmException.Temporary(why + ". What is done is done and written down; run the same command again"
                + " later, it goes on from there.");
    }
}
