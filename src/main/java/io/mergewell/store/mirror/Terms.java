package io.mergewell.store.mirror;

import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.store.Store;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What people call what the mirror's persons hold by number, as a run learnt it last. */
public final class Terms {

    private static final String ONE = " WHERE job_id = ? AND kind = ? AND field = ? AND code = ?";

    private final Store store;

    public Terms(Store store) {
        this.store = store;
    }

    /** All that is known; nothing of a store that an earlier version wrote. */
    public Vocabulary vocabulary() {
        return store.isOutdated() ? Vocabulary.NONE : Vocabulary.of(all());
    }

    /**
     * Takes over a whole list: what is not on it any more is forgotten.
     *
     * @param kinds of which it is a list; it may name others beside them
     */
    public void replace(Set<TermKind> kinds, Collection<Term> terms) {
        store.write(() -> {
            kinds.forEach(kind -> store.jdbc()
                    .update("DELETE FROM mergewell_term WHERE job_id = ? AND kind = ?", store.job(), kind.name()));
            add(terms);
        });
    }

    /** Takes over some names; all others stay as they are. Of two names for one thing the lesser counts. */
    void add(Collection<Term> terms) {
        List<Term> sorted = oneOfEach(terms);
        store.write(() -> {
            store.jdbc()
                    .batchUpdate(
                            "DELETE FROM mergewell_term" + ONE,
                            sorted.stream().map(this::key).toList());
            store.jdbc()
                    .batchUpdate(
                            "INSERT INTO mergewell_term (job_id, kind, field, code, name) VALUES (?, ?, ?, ?, ?)",
                            sorted.stream().map(this::row).toList());
        });
    }

    /** Forgets all names. */
    void clear() {
        store.sql()
                .sql("DELETE FROM mergewell_term WHERE job_id = ?")
                .param(store.job())
                .update();
    }

    /** A list that changes while it is read may tell one thing twice. */
    private static List<Term> oneOfEach(Collection<Term> terms) {
        Map<List<Object>, Term> first = new LinkedHashMap<>();
        new TreeSet<>(terms).forEach(term -> first.putIfAbsent(List.of(term.kind(), term.field(), term.code()), term));
        return List.copyOf(first.values());
    }

    private List<Term> all() {
        return store.jdbc()
                .query(
                        "SELECT kind, field, code, name FROM mergewell_term WHERE job_id = ?",
                        (row, number) -> new Term(
                                TermKind.valueOf(row.getString("kind")),
                                row.getString("field"),
                                row.getString("code"),
                                row.getString("name")),
                        store.job());
    }

    private Object[] key(Term term) {
        return new Object[] {store.job(), term.kind().name(), term.field(), term.code()};
    }

    private Object[] row(Term term) {
        return new Object[] {store.job(), term.kind().name(), term.field(), term.code(), term.name()};
    }
}
