package io.mergewell.apply.act.doubt;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.KeptApart;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against a row at the moment it is to be sent. */
public final class Objections {

    private final Bench bench;
    private final Doubt doubt;
    private final KeptApart keptApart;
    private final Crosswalk crosswalk;
    private final Guard guard;
    private @Nullable Withdrawals withdrawals;

    /**
     * @param bench what the run works with
     * @param doubt tells of writes whose fate is not known
     */
    public Objections(Bench bench, Doubt doubt) {
        this.bench = bench;
        this.doubt = doubt;
        this.guard = new Guard(bench.writer().leftBehind());
        this.keptApart = new KeptApart(bench.store());
        this.crosswalk = new Crosswalk(bench.store());
    }

    /**
     * A sentence; empty if nothing stands against it. While a call of ours may still be at work on a record, what it looks
     * like says nothing about others.
     */
    public Optional<String> against(ApprovedGroup group, LedgerRow row, List<LedgerRow> sent, People now) {
        @Nullable PersonId survivor = row.survivor();
        if (survivor != null && keptApart.contains(PersonPair.of(row.absorbed(), survivor))) {
            return Optional.of("Persons " + row.absorbed() + " and " + survivor
                    + " were decided to be two human beings since it was approved.");
        }
        return doubt.look(group, row, now) == Doubt.Sight.MAY_COME
                ? Optional.empty()
                : guard.against(group, row, sent, now);
    }

    /** Whether somebody took the approval back. Decisions are taken in before a run acts, and not while it does. */
    public boolean isWithdrawn(LedgerRow row) {
        if (withdrawals == null) {
            withdrawals = new Withdrawals(bench.store());
        }
        return withdrawals.include(row);
    }

    /** Two reports may propose the same, and both may be approved. */
    public boolean isDoneByAnotherRow(LedgerRow row, People now) {
        return !now.has(row.absorbed())
                && row.survivor() != null
                && crosswalk
                        .goneInto(row.absorbed())
                        .filter(row.survivor()::equals)
                        .isPresent();
    }

    /** Leads have no count in a record. */
    public Optional<String> againstDeletion(PersonDeletion deletion, LedgerRow row) {
        try {
            return deletion.leads(row.absorbed()) > 0
                    ? Optional.of("Person " + row.absorbed() + " has leads by now: not deleted.")
                    : Optional.empty();
        } catch (CrmException.Refused e) {
            if (!e.tokenAccepted()) {
                throw e;
            }
            return Optional.of("Whether person " + row.absorbed() + " has leads could not be read: not deleted.");
        }
    }
}
