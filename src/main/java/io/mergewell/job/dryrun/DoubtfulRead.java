package io.mergewell.job.dryrun;

import io.mergewell.crm.CrmException;
import io.mergewell.store.mirror.Completion;
import java.util.Locale;

/** A full read found too few persons to be believed; rolls the last page back. */
final class DoubtfulRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Completion.TooFew completion;

    DoubtfulRead(Completion.TooFew completion) {
        super("Too few persons.");
        this.completion = completion;
    }

    Completion.TooFew completion() {
        return completion;
    }

    /** For the person who started the run. */
    CrmException explained() {
        return new CrmException.BrokenContract(String.format(
                Locale.ROOT,
                "The CRM listed %,d persons, but %,d were there at the last full read. Nothing was planned and the"
                        + " mirror is as it was. If so many are really gone, run again: a second full read that finds"
                        + " about as few is believed.",
                completion.found(),
                completion.expected()));
    }
}
