package io.mergewell.apply.act.settle;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a system without a merge of its own needs before a duplicate may go: the survivor gets its values and its notes,
 * each by a write with its own intent and outcome. What is still missing the system alone is asked, before each attempt
 * and once more after the last write, so that nothing is written twice and nothing goes before all of it is there.
 */
public final class Preparation {

    private static final int MOST = 3;

    private final Bench bench;
    private final Dispatch dispatch;
    private final Doubt doubt;

    /**
     * @param bench what the run works with
     * @param dispatch sends
     * @param doubt tells of writes whose fate is not known
     */
    public Preparation(Bench bench, Dispatch dispatch, Doubt doubt) {
        this.bench = bench;
        this.dispatch = dispatch;
        this.doubt = doubt;
    }

    /**
     * How far it came.
     *
     * @param anySent whether the survivor was changed by it
     * @param end how the row ended if it did; null if the merge may be sent
     */
    public record Outcome(boolean anySent, @Nullable RowEnd end) {}

    /**
     * Sends what is missing until nothing is.
     *
     * @param sent rows of the group that this run has done a moment ago
     */
    public Outcome make(ApprovedGroup group, LedgerRow row, List<LedgerRow> sent, Effect.Merge merge) {
        List<LedgerRow> withThis = Stream.concat(sent.stream(), Stream.of(row)).toList();
        Promise promise = new Promise(group.rules(), group.promised(merge.survivor(), withThis));
        boolean anySent = false;
        int tries = 0;
        int left = Integer.MAX_VALUE;
        while (true) {
            List<Step> missing;
            try {
                missing = bench.writer().before(merge, now -> promise.addition(now, bench.writer()::writes));
            } catch (CrmException.UnusableRecord unusable) {
                return new Outcome(anySent, RowEnd.rejected(String.valueOf(unusable.getMessage())));
            }
            tries = missing.size() < left ? 1 : tries + 1;
            left = missing.size();
            doubt.settleSeen(row, effect -> missing.stream().noneMatch(other -> isSame(effect, other.effect())));
            if (missing.isEmpty()) {
                return new Outcome(anySent, null);
            }
            if (doubt.isNoteUnderWay(row)) {
                return new Outcome(anySent, RowEnd.mayCome("A note for its survivor is not there yet."));
            }
            if (missing.stream().map(Step::effect).anyMatch(Effect.Update.class::isInstance)
                    && mayBeTakenBack(group, merge.survivor())) {
                return new Outcome(anySent, RowEnd.mayCome("An update of its survivor is not there yet."));
            }
            if (tries > MOST) {
                return new Outcome(
                        anySent,
                        RowEnd.unknown("Not everything that its survivor needs was seen to be there, so that person "
                                + row.absorbed() + " was left as it is. The next run goes on."));
            }
            anySent = true;
            Optional<RowEnd> end = send(row, missing, tries);
            if (end.isPresent()) {
                return new Outcome(true, end.get());
            }
        }
    }

    /** A late update of the one survivor writes lists as they were before those of a later row were added. */
    private boolean mayBeTakenBack(ApprovedGroup group, PersonId survivor) {
        long merges = group.rows().stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .count();
        return merges > 1 && doubt.isUpdateUnderWay(survivor);
    }

    /** Sends until the first that is not done; how the row ends by it, if it does. */
    private Optional<RowEnd> send(LedgerRow row, List<Step> missing, int tries) {
        for (Step step : missing) {
            bench.waiter().await(Duration.ZERO);
            Reply reply = dispatch.send(row, step, LinkedRecords.UNKNOWN);
            if (reply instanceof Reply.Refused refused) {
                return Optional.of(RowEnd.rejected(refused.why() + "."));
            }
            if (reply instanceof Reply.NotNow && tries >= MOST) {
                throw Backoff.over("The CRM asks to be left alone for now");
            }
            if (!(reply instanceof Reply.Done)) {
                Backoff.await(bench, reply, tries);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(LedgerEffect sent, Effect missing) {
        return missing instanceof Effect.CopyNote note
                ? sent.kind() == EffectKind.NOTE && sent.fields().contains(note.note())
                : sent.kind() == EffectKind.UPDATE;
    }
}
