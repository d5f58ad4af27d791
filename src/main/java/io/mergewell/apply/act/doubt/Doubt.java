package io.mergewell.apply.act.doubt;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.ReversedMergeException;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.GivenUp;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes whose fate is not known, and what reading the CRM tells of them. Who is still there was not merged, or not yet:
 * a call that ran into a timeout may still be at work. Who is gone was merged by us only if the survivor was touched.
 */
public final class Doubt {

    /** No system works longer on one call. */
    private static final Duration AT_WORK = Duration.ofMinutes(15);

    private final Bench bench;
    private final Effects effects;

    /** @param bench what the run works with */
    public Doubt(Bench bench) {
        this.bench = bench;
        this.effects = new Effects(bench.store());
    }

    /** What can be seen of a row. */
    public enum Sight {
        /** Nothing was ever sent for it that may have been done, or what was is surely over. */
        NOT_DONE,
        /** Its record is there, but a call of ours may still be at work on it. */
        MAY_COME,
        /** Its record is gone, by a call of ours. */
        DONE,
        /** Its record is gone, and nothing shows that we did it. */
        GONE
    }

    /**
     * Looks at a row.
     *
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    public Sight look(ApprovedGroup group, LedgerRow row, People now) {
        return look(group, row, disappearances(row), now);
    }

    /**
     * Whether a row was done by a call of ours, as the CRM said or as is seen now; what is seen is written down.
     *
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    public boolean isDone(ApprovedGroup group, LedgerRow row, People now) {
        List<LedgerEffect> sent = disappearances(row);
        Sight sight = look(group, row, sent, now);
        if (anyDone(sent)) {
            return true;
        }
        if (sight == Sight.DONE) {
            settleAsDone(row);
        }
        return sight == Sight.DONE;
    }

    /** What became of a write in doubt, as it is written down. */
    public record Fate(EffectState state, String reason) {}

    /**
     * What became of a write in doubt once its row was looked at. What is seen of an update that was sent once more may be
     * the later one's doing.
     *
     * @param ofRow all writes for the row
     * @param isSeen whether what it was to bring is there
     * @param unseen why it counts as not done otherwise
     */
    public static Fate fate(LedgerEffect effect, List<LedgerEffect> ofRow, boolean isSeen, String unseen) {
        boolean wasSentOnceMore = effect.kind() == EffectKind.UPDATE
                && ofRow.stream()
                        .filter(other -> other.kind() == EffectKind.UPDATE && other.state() != EffectState.REJECTED)
                        .anyMatch(other -> other.seq() > effect.seq());
        if (wasSentOnceMore) {
            return new Fate(EffectState.REJECTED, GivenUp.SENT_ONCE_MORE);
        }
        return isSeen ? new Fate(EffectState.APPLIED, "Seen to be done.") : new Fate(EffectState.REJECTED, unseen);
    }

    /** Whether an update of a person may still be at work, or done and unseen. */
    public boolean isUpdateUnderWay(PersonId person) {
        return anyAtWork(effects.updatesOf(person));
    }

    /**
     * Whether an update of a row's survivor, sent for another row, may still be at work: it would write lists as they were
     * before this row's values were added.
     */
    public boolean isOthersUpdateUnderWay(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        return survivor != null
                && anyAtWork(effects.updatesOf(survivor).stream()
                        .filter(update -> !update.rowKey().equals(row.rowKey()))
                        .toList());
    }

    private Sight look(ApprovedGroup group, LedgerRow row, List<LedgerEffect> sent, People now) {
        @Nullable PersonId survivor = row.survivor();
        boolean survives = survivor == null || now.has(survivor);
        boolean ours = anyDone(sent) || anyOpen(sent);
        if (now.has(row.absorbed())) {
            if (ours
                    && !survives
                    && row.kind() == ActionKind.MERGE
                    && bench.writer().mergeTouchesSurvivor()) {
                throw new ReversedMergeException(row);
            }
            return anyDone(sent) || anyAtWork(sent) ? Sight.MAY_COME : Sight.NOT_DONE;
        }
        boolean seen = anyDone(sent) || (ours && survives && wasTouched(group, row, now));
        return seen ? Sight.DONE : Sight.GONE;
    }

    /** Whether a note of a row may still be at work. */
    public boolean isNoteUnderWay(LedgerRow row) {
        return anyAtWork(writes(row, effect -> effect.kind() == EffectKind.NOTE));
    }

    /**
     * Settles writes for a row that prepare its merge and are in doubt.
     *
     * @param seen whether what one brings is there; one that is not, and is surely over, was not done
     */
    public void settleSeen(LedgerRow row, Predicate<LedgerEffect> seen) {
        List<LedgerEffect> sent = effects.of(row.rowKey());
        for (LedgerEffect effect : sent) {
            boolean isSeen = seen.test(effect);
            if (effect.state().isOpen() && !effect.kind().removes() && (isSeen || !anyAtWork(List.of(effect)))) {
                Fate fate = fate(effect, sent, isSeen, "Not seen to be done, and surely over.");
                bench.store()
                        .writeAtOnce(() -> effects.settle(
                                effect,
                                fate.state(),
                                fate.reason(),
                                bench.clock().instant()));
            }
        }
    }

    /** Writes down that the last write in doubt was done. */
    public void settleAsDone(LedgerRow row) {
        List<LedgerEffect> open = disappearances(row).stream()
                .filter(effect -> effect.state().isOpen())
                .toList();
        FailPoint.hit("before-reconcile-commit");
        bench.store().writeAtOnce(() -> {
            for (int i = 0; i < open.size(); i++) {
                boolean last = i == open.size() - 1;
                effects.settle(
                        open.get(i),
                        last ? EffectState.APPLIED : EffectState.REJECTED,
                        last ? "Seen to be done." : "Another attempt was seen to be done.",
                        bench.clock().instant());
            }
        });
        FailPoint.hit("after-reconcile-commit");
    }

    /** The writes for a row after which its record is gone. */
    private List<LedgerEffect> disappearances(LedgerRow row) {
        return writes(row, effect -> effect.kind().removes());
    }

    private List<LedgerEffect> writes(LedgerRow row, Predicate<LedgerEffect> which) {
        return effects.of(row.rowKey()).stream().filter(which).toList();
    }

    private static boolean anyDone(List<LedgerEffect> sent) {
        return sent.stream().anyMatch(effect -> effect.state() == EffectState.APPLIED);
    }

    private static boolean anyOpen(List<LedgerEffect> sent) {
        return sent.stream().anyMatch(effect -> effect.state().isOpen());
    }

    private boolean anyAtWork(List<LedgerEffect> sent) {
        Instant over = bench.clock().instant().minus(AT_WORK);
        return sent.stream()
                .filter(effect -> effect.intendedAt().isAfter(over))
                .anyMatch(effect -> effect.state().isOpen() || GivenUp.includes(effect));
    }

    /** A merge changes the time of the survivor, which nobody's clock but the CRM's has set. */
    private boolean wasTouched(ApprovedGroup group, LedgerRow row, People now) {
        @Nullable PersonId survivor = row.survivor();
        if (row.kind() != ActionKind.MERGE
                || survivor == null
                || !bench.writer().mergeTouchesSurvivor()) {
            return true;
        }
        Person reviewed = group.planned().member(survivor);
        Optional<Instant> before = Optional.ofNullable(reviewed.facts().updatedAt());
        @Nullable
        Instant after = now.find(survivor)
                .map(found -> found.person().facts().updatedAt())
                .orElse(null);
        return before.isEmpty() || after == null || !Objects.equals(before.get(), after);
    }
}
