package io.mergewell.apply.act;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.Guard;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.act.send.ReversedMergeException;
import io.mergewell.apply.act.settle.Preparation;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.LinkedRecords;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets one merge or deletion done. Before anything is sent a second time the CRM is asked: who is gone was merged or
 * deleted, by the call whose answer was lost or by a late one; who is there may be asked for again.
 */
final class Attempt {

    private static final int MOST = 3;

    /** A second refusal of permission is no accident of one record. */
    private static final int MOST_FORBIDDEN = 2;

    private final Bench bench;
    private final Dispatch dispatch;
    private final Doubt doubt;
    private final Guard guard;
    private final Preparation preparation;
    private int forbiddenInARow;

    Attempt(Bench bench, Dispatch dispatch, Doubt doubt) {
        this.bench = bench;
        this.dispatch = dispatch;
        this.doubt = doubt;
        this.guard = new Guard(bench.writer().leftBehind());
        this.preparation = new Preparation(bench, dispatch, doubt);
    }

    /**
     * What is sent.
     *
     * @param objection asked before each time it is sent: a sentence if something that no record shows stands against it
     */
    record Sending(Step step, Supplier<Optional<String>> objection) {}

    /**
     * Sends until it is done or cannot be.
     *
     * @param sent rows of the group that this run has done a moment ago
     * @param now the persons concerned, read a moment ago
     * @return how the row ended if it did; empty if the effect was done and is to be verified
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    Optional<RowEnd> make(
            ApprovedGroup group,
            LedgerRow row,
            List<LedgerRow> sent,
            Sending sending,
            LinkedRecords links,
            People now) {
        People present = now;
        ApprovedGroup current = group;
        for (int tries = 1; ; tries++) {
            Optional<String> against = guard.against(current, row, sent, present);
            if (against.isPresent()) {
                return Optional.of(refused(current, row, present, RowEnd.conflict(against.get())));
            }
            if (row.kind() == ActionKind.MERGE && doubt.isOthersUpdateUnderWay(row)) {
                return Optional.of(RowEnd.mayCome("An update of its survivor was sent, and its answer was lost."));
            }
            Optional<String> last = sending.objection().get();
            if (last.isPresent()) {
                return last.map(RowEnd::conflict);
            }
            Reply reply;
            try {
                Prepared prepared = prepare(current, row, sent, sending.step(), present);
                if (prepared.isOver()) {
                    return Optional.ofNullable(prepared.end());
                }
                current = prepared.group();
                reply = dispatch.send(row, sending.step(), links);
                forbiddenInARow = 0;
            } catch (CrmException.Refused e) {
                return Optional.of(forbidden(e));
            }
            if (reply instanceof Reply.Done) {
                return Optional.empty();
            }
            Backoff.await(bench, reply, tries);
            present = read(row);
            switch (doubt.look(current, row, present)) {
                case DONE -> {
                    doubt.settleAsDone(row);
                    return Optional.empty();
                }
                case GONE -> {
                    return Optional.of(RowEnd.conflict("Person " + row.absorbed()
                            + " is gone: deleted, or merged by somebody else, as far as can be told."));
                }
                case MAY_COME, NOT_DONE -> {
                    Optional<RowEnd> end = end(current, row, reply, present, tries);
                    if (end.isPresent()) {
                        return end;
                    }
                }
            }
        }
    }

    /**
     * What came of preparing a row.
     *
     * @param group with what its survivor may hold by now
     * @param isOver whether nothing is to be sent for it any more
     * @param end how the row ended if it did; null if it may be sent, or was done and is to be verified
     */
    private record Prepared(
            ApprovedGroup group, boolean isOver, @Nullable RowEnd end) {

        static Prepared ready(ApprovedGroup group) {
            return new Prepared(group, false, null);
        }

        static Prepared ended(ApprovedGroup group, RowEnd end) {
            return new Prepared(group, true, end);
        }
    }

    /** Only a merge is prepared. */
    private Prepared prepare(ApprovedGroup group, LedgerRow row, List<LedgerRow> sent, Step step, People present) {
        if (!(step.effect() instanceof Effect.Merge merge)) {
            return Prepared.ready(group);
        }
        Preparation.Outcome outcome = preparation.make(group, row, sent, merge);
        ApprovedGroup current = outcome.anySent() ? group.begun(row) : group;
        @Nullable RowEnd end = outcome.end();
        if (end != null) {
            return Prepared.ended(current, refused(current, row, present, end));
        }
        // Asking what is missing may itself have waited for the rate limit.
        return outcome.anySent()
                        || present.olderThan(People.FRESH, bench.clock().instant())
                ? judgedAgain(current, row, sent)
                : Prepared.ready(current);
    }

    /** What stands against it as everything is now, or that an earlier call has done it meanwhile. */
    private Prepared judgedAgain(ApprovedGroup group, LedgerRow row, List<LedgerRow> sent) {
        People now = read(row);
        if (doubt.look(group, row, now) == Doubt.Sight.DONE) {
            doubt.settleAsDone(row);
            return new Prepared(group, true, null);
        }
        return guard.against(group, row, sent, now)
                .map(against -> Prepared.ended(group, refused(group, row, now, RowEnd.conflict(against))))
                .orElseGet(() -> Prepared.ready(group));
    }

    private People read(LedgerRow row) {
        return People.read(
                bench.source(), Guard.concerned(List.of(row)), bench.clock().instant());
    }

    /** How a row ends whose record is still there; empty if it may be sent again. */
    private Optional<RowEnd> end(ApprovedGroup group, LedgerRow row, Reply reply, People present, int tries) {
        if (reply instanceof Reply.Refused no) {
            return Optional.of(refused(group, row, present, RowEnd.rejected(no.why() + ".")));
        }
        if (reply instanceof Reply.Unknown unknown && tries >= MOST) {
            return Optional.of(
                    RowEnd.unknown(unknown.why() + "; it was not done when last looked at. The next run looks again."));
        }
        if (tries > MOST) {
            throw Backoff.over("The CRM asks to be left alone for now");
        }
        return Optional.empty();
    }

    /** As long as a call of ours may still be at work, no other reason ends a row. */
    private RowEnd refused(ApprovedGroup group, LedgerRow row, People present, RowEnd end) {
        return doubt.look(group, row, present) == Doubt.Sight.MAY_COME ? RowEnd.mayCome(end.reason()) : end;
    }

    /** Whether the token's user may do this at all the next row tells. */
    private RowEnd forbidden(CrmException.Refused refusal) {
        forbiddenInARow++;
        if (!refusal.tokenAccepted() || forbiddenInARow >= MOST_FORBIDDEN) {
            throw refusal;
        }
        return RowEnd.unknown(refusal.getMessage() + " It was not done; the next run tries again.");
    }
}
