package io.mergewell.apply.act;

import io.mergewell.crm.Effect;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One group within one round: what is left to do of it, and what was done a moment ago. */
final class GroupRound {

    /** What all groups of a run are worked on with. */
    record Means(
            Bench bench,
            Ledger ledger,
            Effects effects,
            Brakes brakes,
            Attempt attempt,
            Doubt doubt,
            Objections objections,
            Crosswalk crosswalk,
            RowBook book,
            Set<String> limits) {

        ApprovedGroup group(LedgerRow row) {
            return ApprovedGroup.of(ledger, row, bench.phones());
        }
    }

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

    /** Rows that an earlier process did and nobody has looked at yet. */
    List<LedgerRow> done() {
        return List.copyOf(done);
    }

    ApprovedGroup group() {
        return group;
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
            List<LedgerEffect> writes = means.effects().of(row.rowKey()).stream()
                    .filter(effect -> effect.kind() != EffectKind.UPDATE)
                    .toList();
            boolean wasDone = writes.stream().anyMatch(effect -> effect.state() == EffectState.APPLIED);
            boolean inDoubt = writes.stream().anyMatch(effect -> effect.state().isOpen());
            if (!wasDone && !inDoubt) {
                continue;
            }
            Doubt.Sight sight = look(row, now);
            if (!wasDone && sight == Doubt.Sight.DONE) {
                means.doubt().settleAsDone(row);
            }
            if (wasDone || sight == Doubt.Sight.DONE) {
                done.add(row);
                waiting.remove(row);
            }
        }
    }

    private Doubt.Sight look(LedgerRow row, People now) {
        try {
            return means.doubt().look(group, row, now);
        } catch (ReversedMergeException e) {
            reversed(row, e, now);
            throw e;
        }
    }

    private void reversed(LedgerRow row, ReversedMergeException e, People now) {
        String reason = Objects.requireNonNullElse(e.getMessage(), "The merge was reversed.");
        means.book().settle(List.of(row), Map.of(row, RowEnd.conflict(reason)), now);
    }

    /** Hands over the rows whose effect was done and is to be verified. */
    void takeSent(List<Verification.Done> to) {
        if (!sent.isEmpty()) {
            to.add(new Verification.Done(group, List.copyOf(sent)));
            sent.clear();
        }
    }

    /** Sends what may be sent. One record that is not as it was makes a conflict of the whole group. */
    void send(ActionKind kind, People read) {
        if (kind == ActionKind.DELETE && !group.isMerged()) {
            return;
        }
        @Nullable Person survivor = null;
        for (LedgerRow row : List.copyOf(waiting)) {
            if (!waiting.contains(row) || row.kind() != kind) {
                continue;
            }
            Effect effect = effect(row);
            EffectKind effectKind = kind == ActionKind.MERGE ? EffectKind.MERGE : EffectKind.DELETE;
            Optional<String> brake =
                    means.brakes().against(effectKind, means.bench().writer().price(effect));
            if (brake.isPresent()) {
                means.limits().add(brake.get());
                return;
            }
            means.bench().waiter().await(Duration.ZERO);
            // At the moment of a deletion everything is read again: nothing moves what hangs on a deleted record.
            People now = kind == ActionKind.DELETE
                    ? People.read(
                            means.bench().source(),
                            Guard.concerned(waiting),
                            means.bench().clock().instant())
                    : read;
            if (isInConflict(now) || !waiting.contains(row)) {
                continue;
            }
            waiting.remove(row);
            @Nullable Person united = united(row, survivor, now);
            Optional<RowEnd> end = make(row, effect, united, now);
            if (end.isEmpty()) {
                sent.add(row);
                survivor = united;
            } else if (end.get().state() == RowState.CONFLICT) {
                conflict(row, end.get().reason(), now);
            } else {
                means.book().settle(List.of(row), Map.of(row, end.get()), now);
            }
        }
    }

    private boolean isInConflict(People now) {
        for (LedgerRow row : List.copyOf(waiting)) {
            if (means.objections().isWithdrawn(row)) {
                withdraw(row, now);
                continue;
            }
            if (isDoneByAnotherRow(row, now)) {
                waiting.remove(row);
                means.book().settle(List.of(row), Map.of(row, RowEnd.applied("", true)), now);
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
        boolean mayCome = means.doubt().look(group, row, now) == Doubt.Sight.MAY_COME;
        RowEnd end = mayCome
                ? RowEnd.unknown(
                        "The approval was taken back, but an earlier call may still be at work. The next run looks"
                                + " again, and sends nothing.")
                : RowEnd.WITHDRAWN;
        means.book().settle(List.of(row), Map.of(row, end), now);
    }

    /** Two reports may propose the same, and both may be approved. */
    private boolean isDoneByAnotherRow(LedgerRow row, People now) {
        return !now.has(row.absorbed())
                && row.survivor() != null
                && means.crosswalk()
                        .goneInto(row.absorbed())
                        .filter(row.survivor()::equals)
                        .isPresent();
    }

    /** What the reviewer approved was the group as a whole. */
    private void conflict(LedgerRow row, String reason, People now) {
        Map<LedgerRow, RowEnd> ends = new LinkedHashMap<>();
        for (LedgerRow other : waiting) {
            String sentence = "Another record of its group: " + reason;
            boolean mayCome = means.doubt().look(group, other, now) == Doubt.Sight.MAY_COME;
            ends.put(other, mayCome ? RowEnd.unknown(sentence) : RowEnd.conflict(sentence));
        }
        ends.put(row, RowEnd.conflict(reason));
        waiting.clear();
        means.book().settle(List.copyOf(ends.keySet()), ends, now);
    }

    private Optional<RowEnd> make(LedgerRow row, Effect effect, @Nullable Person united, People now) {
        if (row.kind() == ActionKind.DELETE) {
            Optional<String> leads = means.objections().againstDeletion(row);
            if (leads.isPresent()) {
                return leads.map(RowEnd::conflict);
            }
        }
        LinkedRecords links =
                united == null ? LinkedRecords.UNKNOWN : united.facts().links();
        try {
            return means.attempt().make(group, row, sent, effect, links, now);
        } catch (ReversedMergeException e) {
            reversed(row, e, now);
            throw e;
        }
    }

    /** The survivor as it is to be expected after this row; null where nothing is merged or somebody is gone. */
    private @Nullable Person united(LedgerRow row, @Nullable Person survivor, People now) {
        PersonId id = row.survivor();
        Optional<SourcedPerson> absorbed = now.find(row.absorbed());
        if (row.kind() != ActionKind.MERGE || id == null || absorbed.isEmpty()) {
            return survivor;
        }
        @Nullable
        Person before = survivor != null
                ? survivor
                : now.find(id).map(SourcedPerson::person).orElse(null);
        return before == null
                ? null
                : group.rules().merged(before, absorbed.get().person());
    }

    private static Effect effect(LedgerRow row) {
        PersonId survivor = row.survivor();
        return row.kind() == ActionKind.MERGE && survivor != null
                ? new Effect.Merge(row.absorbed(), survivor)
                : new Effect.Delete(List.of(row.absorbed()));
    }
}
