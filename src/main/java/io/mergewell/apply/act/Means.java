package io.mergewell.apply.act;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.Objections;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Brakes;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.act.settle.RowBook;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import java.util.Set;

/**
 * What all groups of a run are worked on with.
 *
 * @param limits takes sentences on limits of the day that keep rows waiting
 */
record Means(
        Bench bench,
        Ledger ledger,
        Effects effects,
        Brakes brakes,
        Attempt attempt,
        Doubt doubt,
        Objections objections,
        RowBook book,
        Set<String> limits) {

    /** Those of one run, put together from what its parts share. */
    static Means of(Bench bench, Brakes brakes, Dispatch dispatch, Doubt doubt, RowBook book, Set<String> limits) {
        return new Means(
                bench,
                new Ledger(bench.store()),
                new Effects(bench.store()),
                brakes,
                new Attempt(bench, dispatch, doubt),
                doubt,
                new Objections(bench, doubt),
                book,
                limits);
    }

    /** The group of a row, as the ledger holds it now. */
    ApprovedGroup group(LedgerRow row) {
        return ApprovedGroup.of(ledger, effects, row, bench.phones(), Room.AMPLE);
    }

    /** These persons, read now. */
    People read(List<PersonId> persons) {
        return People.read(bench.source(), persons, bench.clock().instant());
    }
}
