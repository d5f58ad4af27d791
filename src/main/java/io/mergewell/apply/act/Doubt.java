package io.mergewell.apply.act;

import io.mergewell.apply.approved.ApprovedGroup;
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
final class Doubt {

    /** No system works longer on one call. */
    private static final Duration AT_WORK = Duration.ofMinutes(15);

    private final Bench bench;
    private final Effects effects;

    Doubt(Bench bench) {
        this.bench = bench;
        this.effects = new Effects(bench.store());
    }

    /** What can be seen of a row. */
    enum Sight {
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
    Sight look(ApprovedGroup group, LedgerRow row, People now) {
        return look(group, row, disappearances(row), now);
    }

    /**
     * Whether a row was done by a call of ours, as the CRM said or as is seen now; what is seen is written down.
     *
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     */
    boolean isDone(ApprovedGroup group, LedgerRow row, People now) {
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

    /** Whether an update of these rows may still be at work, or done and unseen. */
    boolean isUpdateUnderWay(List<LedgerRow> rows) {
        return rows.stream().anyMatch(row -> anyAtWork(writes(row, effect -> effect.kind() == EffectKind.UPDATE)));
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
    boolean isNoteUnderWay(LedgerRow row) {
        return anyAtWork(writes(row, effect -> effect.kind() == EffectKind.NOTE));
    }

    /**
     * Settles writes for a row that prepare its merge and are in doubt.
     *
     * @param seen whether what one brings is there; one that is not, and is surely over, was not done
     */
    void settleSeen(LedgerRow row, Predicate<LedgerEffect> seen) {
        List<LedgerEffect> open =
                writes(row, effect -> effect.state().isOpen() && !effect.kind().removes());
        for (LedgerEffect effect : open) {
            boolean done = seen.test(effect);
            if (done || !anyAtWork(List.of(effect))) {
                bench.store()
                        .writeAtOnce(() -> effects.settle(
                                effect,
                                done ? EffectState.APPLIED : EffectState.REJECTED,
                                done ? "Seen to be done." : "Not seen to be done, and surely over.",
                                bench.clock().instant()));
            }
        }
    }

    /** Writes down that the last write in doubt was done. */
    void settleAsDone(LedgerRow row) {
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
        return anyOpen(sent.stream()
                .filter(effect -> effect.intendedAt().isAfter(over))
                .toList());
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
