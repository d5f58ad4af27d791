package io.mergewell.apply.act.send;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.CrmException;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.ledger.Spending;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The limits of one calendar day, over all runs of it, and of conflicts in a row. A merge must leave room for reading it
 * back and mending it: what was begun is always finished.
 */
public final class Brakes {

    /** Tokens that reading a merge back and mending it may take. */
    private static final long AFTERWARDS = 10;

    private final Bench bench;
    private final Effects effects;
    private final Spending spending;
    private final Map<EffectKind, Long> done = new EnumMap<>(EffectKind.class);
    private String day;
    private long spent;
    private int conflictsInARow;
    private int failuresInARow;

    /** @param bench what the run works with */
    public Brakes(Bench bench) {
        this.bench = bench;
        this.effects = new Effects(bench.store());
        this.spending = new Spending(bench.store());
        this.day = bench.day();
        begin();
    }

    private void begin() {
        day = bench.day();
        spent = spending.on(day);
        for (EffectKind kind : EffectKind.values()) {
            done.put(kind, effects.count(kind, day));
        }
    }

    /** Why no more of a kind may be sent today, as a sentence; empty if it may. */
    public Optional<String> against(EffectKind kind, long price) {
        if (!bench.day().equals(day)) {
            begin();
        }
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (left(kind) == 0) {
            return Optional.of(
                    "The " + most(kind) + " " + name + "s that apply.max-" + name + "s allows a day are done.");
        }
        if (price > 0
                && kind != EffectKind.UPDATE
                && spent + price + AFTERWARDS > bench.settings().maxTokens()) {
            return Optional.of(
                    "The " + bench.settings().maxTokens() + " tokens that apply.max-tokens allows a day are spent.");
        }
        return Optional.empty();
    }

    /** How many more of a kind the caps of today allow. */
    public long left(EffectKind kind) {
        return Math.max(0, most(kind) - done.getOrDefault(kind, 0L));
    }

    private long most(EffectKind kind) {
        return switch (kind) {
            case MERGE -> bench.settings().rails().maxMerges();
            case DELETE -> bench.settings().rails().maxDeletes();
            case UPDATE, CREATE, NOTE -> Long.MAX_VALUE;
        };
    }

    /** Counts a write. */
    void sent(EffectKind kind) {
        done.merge(kind, 1L, Long::sum);
    }

    /** Counts tokens, and writes them down; to be called within a transaction of the store. */
    void spent(long tokens) {
        if (tokens > 0) {
            spent += tokens;
            spending.add(day, tokens);
        }
    }

    /** A write was done. */
    void wentWell() {
        conflictsInARow = 0;
        failuresInARow = 0;
    }

    /**
     * Counts how rows of one group ended.
     *
     * @throws TooManyConflictsException if so many groups in a row are no coincidence
     * @throws CrmException.Temporary if the CRM fails again and again
     */
    public void count(Collection<RowEnd> ends) {
        if (ends.stream().anyMatch(end -> end.state() == RowState.CONFLICT)) {
            conflictsInARow++;
        }
        if (ends.stream().anyMatch(end -> end.state() == RowState.UNKNOWN || end.state() == RowState.REJECTED)) {
            failuresInARow++;
        }
        int most = bench.settings().stopAfterConflicts();
        if (conflictsInARow >= most) {
            throw new TooManyConflictsException(conflictsInARow);
        }
        if (failuresInARow >= most) {
            throw new CrmException.Temporary(
                    "The CRM refused " + failuresInARow + " rows in a row, or did not tell what"
                            + " became of them, so the run stopped. receipts.csv says what was heard; run the same command again"
                            + " later, it goes on from there.");
        }
    }
}
