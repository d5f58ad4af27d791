package io.mergewell.apply.act;

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
        List<LedgerEffect> sent = effects.of(row.rowKey()).stream()
                .filter(effect -> effect.kind() != EffectKind.UPDATE)
                .toList();
        boolean done = sent.stream().anyMatch(effect -> effect.state() == EffectState.APPLIED);
        boolean open = sent.stream().anyMatch(effect -> effect.state().isOpen());
        @Nullable PersonId survivor = row.survivor();
        boolean survives = survivor == null || now.has(survivor);
        if (now.has(row.absorbed())) {
            if (!survives && (open || done) && row.kind() == ActionKind.MERGE) {
                throw new ReversedMergeException(row);
            }
            return done || !open ? done ? Sight.MAY_COME : Sight.NOT_DONE : stillAtWork(sent);
        }
        if (done) {
            return Sight.DONE;
        }
        return open && survives && wasTouched(group, row, now) ? Sight.DONE : Sight.GONE;
    }

    /** Writes down that the last write in doubt was done. */
    void settleAsDone(LedgerRow row) {
        List<LedgerEffect> open = effects.of(row.rowKey()).stream()
                .filter(effect ->
                        effect.kind() != EffectKind.UPDATE && effect.state().isOpen())
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

    private Sight stillAtWork(List<LedgerEffect> sent) {
        Instant over = bench.clock().instant().minus(AT_WORK);
        boolean recent = sent.stream()
                .anyMatch(
                        effect -> effect.state().isOpen() && effect.intendedAt().isAfter(over));
        return recent ? Sight.MAY_COME : Sight.NOT_DONE;
    }

    /** A merge changes the time of the survivor, which nobody's clock but the CRM's has set. */
    private static boolean wasTouched(ApprovedGroup group, LedgerRow row, People now) {
        @Nullable PersonId survivor = row.survivor();
        if (row.kind() != ActionKind.MERGE || survivor == null) {
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
