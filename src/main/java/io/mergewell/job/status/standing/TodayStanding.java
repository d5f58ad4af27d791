package io.mergewell.job.status.standing;

import io.mergewell.apply.ApplySettings;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Spending;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What the caps of a calendar day allow, and what was used of it by applying.
 *
 * @param day as {@code 2026-11-22}, in this machine's time zone
 */
public record TodayStanding(String day, Cap merges, Cap deletes, Cap tokens) {

    /** One cap. */
    public record Cap(long used, long most) {

        /** What is left of it, 0 or more. */
        public long left() {
            return Math.max(0, most - used);
        }
    }

    static TodayStanding of(ApplySettings settings, Store store, Clock clock) {
        String day = LocalDate.now(clock).toString();
        Effects effects = new Effects(store);
        return new TodayStanding(
                day,
                new Cap(effects.count(EffectKind.MERGE, day), settings.rails().maxMerges()),
                new Cap(effects.count(EffectKind.DELETE, day), settings.rails().maxDeletes()),
                new Cap(new Spending(store).on(day), settings.maxTokens()));
    }
}
