package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.store.mirror.Completion;
import java.util.Locale;

/** The CRM showed too few persons to be believed; rolls back what it is thrown in, and makes the next read a full one. */
final class DoubtfulRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Completion.TooFew completion;
    private final boolean afterMatching;
    private final String sentence;

    private DoubtfulRead(String sentence, Completion.TooFew completion, boolean afterMatching) {
        super(sentence);
        this.sentence = sentence;
        this.completion = completion;
        this.afterMatching = afterMatching;
    }

    /** A full read found too few. */
    static DoubtfulRead ofListed(Completion.TooFew completion) {
        String sentence = String.format(
                Locale.ROOT,
                "The CRM listed %,d persons, but %,d were there at the last full read. Nothing was planned and the"
                        + " mirror is as it was. If so many are really gone, run again: a second full read that finds"
                        + " about as few is believed.",
                completion.found(),
                completion.expected());
        return new DoubtfulRead(sentence, completion, false);
    }

    /**
     * Too many persons could not be read a second time.
     *
     * @param mirrored how many persons the mirror holds, those included
     */
    static DoubtfulRead ofVanished(int vanished, int asked, long mirrored) {
        String sentence = String.format(
                Locale.ROOT,
                "The CRM did not answer for %,d of the %,d persons it had listed before. Nothing was planned and the"
                        + " mirror keeps them. See whether the token's user still sees all persons, then run again: the"
                        + " next run reads everything anew, and if as many are missing then, that is believed.",
                vanished,
                asked);
        return new DoubtfulRead(sentence, new Completion.TooFew(mirrored - vanished, mirrored), true);
    }

    Completion.TooFew completion() {
        return completion;
    }

    /** Whether the run had matched persons who may be gone: it cannot be continued then. */
    boolean afterMatching() {
        return afterMatching;
    }

    /** For the person who started the run. */
    CrmException explained() {
        return new CrmException.BrokenContract(sentence);
    }
}
