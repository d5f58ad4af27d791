package io.mergewell.apply.act.settle;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Brakes;
import io.mergewell.apply.act.send.TooManyConflictsException;
import io.mergewell.apply.approved.GivenUp;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirroredPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes down how rows ended, and in the same commit all that follows: crosswalk, decisions, mirror. */
public final class RowBook {

    private final Bench bench;
    private final Brakes brakes;
    private final Ledger ledger;
    private final Effects effects;
    private final Begun begun;
    private final Crosswalk crosswalk;
    private final Decisions decisions;
    private final Mirror mirror;

    /**
     * @param bench what the run works with
     * @param brakes count conflicts
     */
    public RowBook(Bench bench, Brakes brakes) {
        this.bench = bench;
        this.brakes = brakes;
        this.ledger = new Ledger(bench.store());
        this.effects = new Effects(bench.store());
        this.begun = new Begun(effects);
        this.crosswalk = new Crosswalk(bench.store());
        this.decisions = new Decisions(bench.store());
        this.mirror = new Mirror(bench.store());
    }

    /**
     * Settles one row.
     *
     * @param now how the persons were seen last
     * @throws TooManyConflictsException after it was written down
     */
    public void settle(LedgerRow row, RowEnd end, People now) {
        settle(List.of(row), Map.of(row, end), now);
    }

    /**
     * Settles rows of one group.
     *
     * @param now how the persons were seen last
     * @throws TooManyConflictsException after it was written down
     */
    public void settle(List<LedgerRow> rows, Map<LedgerRow, RowEnd> ends, People now) {
        Instant time = bench.clock().instant();
        FailPoint.hit("before-settle-commit");
        bench.store().writeAtOnce(() -> {
            for (LedgerRow row : rows) {
                RowEnd end = begun.told(row, Objects.requireNonNull(ends.get(row)));
                ledger.settle(row, end.state(), end.reason(), end.reconciled(), bench.runId(), time);
                if (end.state().isSettled()) {
                    settleEffects(row, end, time);
                }
                if (end.effective()) {
                    follow(row, now, time);
                }
            }
        });
        FailPoint.hit("after-settle-commit");
        brakes.count(ends.values());
    }

    /** What an update was to bring is there or is not, whatever was heard of it; another write was not what did it. */
    private void settleEffects(LedgerRow row, RowEnd end, Instant time) {
        List<LedgerEffect> sent = effects.of(row.rowKey());
        for (LedgerEffect effect : sent) {
            if (effect.state().isOpen()) {
                boolean kept = effect.kind() == EffectKind.UPDATE
                        && end.state() == RowState.APPLIED
                        && end.reason().isEmpty();
                Doubt.Fate fate = Doubt.fate(effect, sent, kept, GivenUp.ROW_ENDED);
                effects.settle(effect, fate.state(), fate.reason(), time);
            }
        }
    }

    private void follow(LedgerRow row, People now, Instant time) {
        mirror.remove(List.of(row.absorbed()));
        PersonId survivor = row.survivor();
        if (survivor != null) {
            crosswalk.add(row.absorbed(), survivor, bench.runId(), time);
            decisions.follow(row.absorbed(), survivor);
            Optional<SourcedPerson> stays = now.find(survivor);
            stays.ifPresent(person -> mirror.refresh(List.of(new MirroredPerson(person.person(), person.raw()))));
        }
    }
}
