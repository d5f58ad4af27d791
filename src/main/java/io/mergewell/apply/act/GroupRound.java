package io.mergewell.apply.act;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.Guard;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.ReversedMergeException;
import io.mergewell.apply.act.settle.Verification;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One group within one round: what is left to do of it, and what was done a moment ago. */
final class GroupRound {

    private final Means means;
    private final List<LedgerRow> waiting;
    private final List<LedgerRow> done = new ArrayList<>();
    private final List<LedgerRow> sent = new ArrayList<>();
    private ApprovedGroup group;

    GroupRound(Means means, List<LedgerRow> rows) {
        this.means = means;
        this.group = means.group(rows.get(0));
        this.waiting = new ArrayList<>(rows);
    }

    /** Rows that may still be sent. */
    List<LedgerRow> waiting() {
        return List.copyOf(waiting);
    }

    boolean has(ActionKind kind) {
        return waiting.stream().anyMatch(row -> row.kind() == kind);
    }

    /** After rows of it were settled. */
    void reload() {
        if (!waiting.isEmpty()) {
            group = means.group(waiting.get(0));
        }
    }

    /**
     * What became of writes that an earlier process sent: rows that were done are to be verified, the others may be sent.
     *
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    void reconcile(People now) {
        for (LedgerRow row : List.copyOf(waiting)) {
            if (means.doubt().isDone(group, row, now)) {
                done.add(row);
                waiting.remove(row);
            }
        }
    }

    /** Hands over the rows that an earlier process did and nobody has looked at yet. */
    void takeDone(List<Verification.Done> to) {
        hand(done, to);
    }

    /** Hands over the rows that were sent and done, and are to be verified. */
    void takeSent(List<Verification.Done> to) {
        hand(sent, to);
    }

    private void hand(List<LedgerRow> rows, List<Verification.Done> to) {
        if (!rows.isEmpty()) {
            to.add(new Verification.Done(group, List.copyOf(rows)));
            rows.clear();
        }
    }

    /**
     * Sends what may be sent. One record that is not as it was makes a conflict of the whole group.
     *
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    void send(Way way, People read) {
        if (way instanceof Way.Deleting && !group.isMerged()) {
            return;
        }
        @Nullable Person survivor = null;
        for (LedgerRow row : List.copyOf(waiting)) {
            if (!waiting.contains(row) || row.kind() != way.kind()) {
                continue;
            }
            if (isLimited(way)) {
                return;
            }
            means.bench().waiter().await(Duration.ZERO);
            // At the moment of a deletion everything is read again: nothing moves what hangs on a deleted record.
            People now = way instanceof Way.Deleting ? means.read(Guard.concerned(waiting)) : read;
            if (isInConflict(now) || !waiting.contains(row)) {
                continue;
            }
            waiting.remove(row);
            @Nullable Person united = group.united(row, survivor, now::person);
            Optional<RowEnd> end = make(row, way, united, now);
            if (end.isEmpty()) {
                sent.add(row);
                survivor = united;
            } else if (end.get().state() == RowState.CONFLICT) {
                conflict(row, end.get().reason(), now);
            } else {
                means.book().settle(row, end.get(), now);
            }
        }
    }

    /** Rows whose record may be deleted, as far as the ledger tells. */
    List<LedgerRow> deletable() {
        return group.isMerged()
                ? waiting.stream()
                        .filter(row -> row.kind() == ActionKind.DELETE)
                        .toList()
                : List.of();
    }

    /**
     * Whether a row may be deleted together with others now; what stands against it ends its rows. One of which an earlier
     * call may still be at work goes alone, by an attempt that knows what to make of it.
     */
    boolean isDeletable(LedgerRow row, People now) {
        return !isInConflict(now) && waiting.contains(row) && !mayCome(row, now);
    }

    /** The same with its leads, which are dear to count. */
    boolean mayDelete(PersonDeletion deletion, LedgerRow row, People now) {
        if (!isDeletable(row, now)) {
            return false;
        }
        Optional<String> against = means.objections().againstDeletion(deletion, row);
        against.ifPresent(reason -> {
            waiting.remove(row);
            conflict(row, reason, now);
        });
        return against.isEmpty();
    }

    /** A row's record was deleted, and that is to be verified. */
    void deleted(LedgerRow row) {
        waiting.remove(row);
        sent.add(row);
    }

    /** A row of whose call nobody heard: it is seen to be done, by now, or goes on waiting. */
    void lookAt(LedgerRow row, People now) {
        if (means.doubt().isDone(group, row, now)) {
            deleted(row);
        }
    }

    private boolean isLimited(Way way) {
        Optional<String> brake = means.brakes().against(way.effect(), way.price());
        brake.ifPresent(means.limits()::add);
        return brake.isPresent();
    }

    /** Rows of a plan that was made when the system could delete. */
    void giveUpDeletions(People now) {
        for (LedgerRow row : List.copyOf(waiting)) {
            if (waiting.contains(row) && row.kind() == ActionKind.DELETE) {
                waiting.remove(row);
                conflict(row, "This system offers no way to delete a record.", now);
            }
        }
    }

    private boolean isInConflict(People now) {
        List.copyOf(waiting).forEach(row -> lookAt(row, now));
        for (LedgerRow row : List.copyOf(waiting)) {
            if (means.objections().isWithdrawn(row)) {
                withdraw(row, now);
                continue;
            }
            if (means.objections().isDoneByAnotherRow(row, now)) {
                waiting.remove(row);
                means.book().settle(row, RowEnd.applied("", true), now);
                continue;
            }
            Optional<String> against = means.objections().against(group, row, sent, now);
            if (against.isPresent()) {
                conflict(row, against.get(), now);
                return true;
            }
        }
        return false;
    }

    /** Nothing is sent for it any more; what may be under way is waited for. */
    private void withdraw(LedgerRow row, People now) {
        waiting.remove(row);
        RowEnd end = mayCome(row, now)
                ? RowEnd.unknown(
                        "The approval was taken back, but an earlier call may still be at work. The next run looks"
                                + " again, and sends nothing.")
                : RowEnd.WITHDRAWN;
        means.book().settle(row, end, now);
    }

    /** What the reviewer approved was the group as a whole. */
    private void conflict(LedgerRow row, String reason, People now) {
        Map<LedgerRow, RowEnd> ends = new LinkedHashMap<>();
        for (LedgerRow other : waiting) {
            ends.put(other, inConflict(other, "Another record of its group: " + reason, now));
        }
        ends.put(row, inConflict(row, reason, now));
        waiting.clear();
        means.book().settle(List.copyOf(ends.keySet()), ends, now);
    }

    /** Of a row that a call of ours may still apply nobody can say yet that it was left as it is. */
    private RowEnd inConflict(LedgerRow row, String reason, People now) {
        return mayCome(row, now) ? RowEnd.mayCome(reason) : RowEnd.conflict(reason);
    }

    private boolean mayCome(LedgerRow row, People now) {
        return means.doubt().look(group, row, now) == Doubt.Sight.MAY_COME;
    }

    private Optional<RowEnd> make(LedgerRow row, Way way, @Nullable Person united, People now) {
        Attempt.Sending sending = new Attempt.Sending(
                way.step(row),
                () -> way instanceof Way.Deleting deleting
                        ? means.objections().againstDeletion(deleting.deletion(), row)
                        : Optional.empty());
        LinkedRecords links =
                united == null ? LinkedRecords.UNKNOWN : united.facts().links();
        return means.attempt().make(group, row, sent, sending, links, now);
    }
}
