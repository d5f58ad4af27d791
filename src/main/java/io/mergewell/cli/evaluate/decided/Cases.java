package io.mergewell.cli.evaluate.decided;

import io.mergewell.plan.Decision;
import java.util.List;

/**
 * What people decided, as far as it can be replayed.
 *
 * @param all the newest decision first
 * @param held pairs on hold: nothing is decided on them
 * @param lost decided pairs of which no values are kept any more, or which were rejected with values that have changed
 */
public record Cases(List<DecidedCase> all, long held, long lost) {

    public Cases {
        all = List.copyOf(all);
    }

    /** How many there are of one decision. */
    public long count(Decision decision) {
        return all.stream().filter(one -> one.decision().decision() == decision).count();
    }
}
