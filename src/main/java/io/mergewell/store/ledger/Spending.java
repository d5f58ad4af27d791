package io.mergewell.store.ledger;

import io.mergewell.store.Store;

/** Tokens of the CRM's budget that apply took, by calendar day. */
public final class Spending {

    private static final String ONE_DAY = " WHERE job_id = ? AND calendar_day = ?";

    private final Store store;

    public Spending(Store store) {
        this.store = store;
    }

    /** Tokens taken on a day, as {@code 2026-11-22}. */
    public long on(String day) {
        return store
                .jdbc()
                .queryForList("SELECT tokens FROM mergewell_spent" + ONE_DAY, Long.class, store.job(), day)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Adds what was taken. To be called within a transaction of the store. */
    public void add(String day, long tokens) {
        store.write(() -> {
            int known = store.jdbc()
                    .update("UPDATE mergewell_spent SET tokens = tokens + ?" + ONE_DAY, tokens, store.job(), day);
            if (known == 0) {
                store.jdbc().update("INSERT INTO mergewell_spent VALUES (?, ?, ?)", store.job(), day, tokens);
            }
        });
    }
}
