package io.mergewell.apply.act.settle;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of a merge in steps that stopped in the midst of them what its survivor has from it already. */
final class Begun {

    private final Effects effects;

    Begun(Effects effects) {
        this.effects = effects;
    }

    /**
     * The end of a row with a sentence on what its survivor has; the end as it is where that is nothing, or the merge is
     * done. To be called before writes in doubt are settled.
     */
    RowEnd told(LedgerRow row, RowEnd end) {
        @Nullable PersonId survivor = row.survivor();
        if (survivor == null || end.effective()) {
            return end;
        }
        List<LedgerEffect> sent = effects.of(row.rowKey()).stream()
                .filter(effect -> effect.state() != EffectState.REJECTED)
                .toList();
        boolean done =
                sent.stream().anyMatch(effect -> effect.kind().removes() && effect.state() == EffectState.APPLIED);
        List<LedgerEffect> steps =
                sent.stream().filter(effect -> !effect.kind().removes()).toList();
        return done || steps.isEmpty() ? end : end.with(sentence(row, survivor, steps, end));
    }

    private static String sentence(LedgerRow row, PersonId survivor, List<LedgerEffect> steps, RowEnd end) {
        boolean seen = steps.stream().anyMatch(step -> step.state() == EffectState.APPLIED);
        String nothing = end.state().isSettled() ? "; nothing was done to person " + row.absorbed() + " itself" : "";
        return "By then the survivor " + survivor + (seen ? " held " : " may have held ") + what(steps) + " of person "
                + row.absorbed() + nothing + ". The snapshots have both as they were.";
    }

    private static String what(List<LedgerEffect> steps) {
        long notes = steps.stream()
                .filter(step -> step.kind() == EffectKind.NOTE)
                .map(LedgerEffect::fields)
                .distinct()
                .count();
        boolean values = steps.stream().anyMatch(step -> step.kind() == EffectKind.UPDATE);
        String copies = notes == 0 ? "" : notes == 1 ? "a note" : notes + " notes";
        return values ? copies.isEmpty() ? "the values" : "the values and " + copies : copies;
    }
}
