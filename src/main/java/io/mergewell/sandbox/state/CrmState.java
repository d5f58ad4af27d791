package io.mergewell.sandbox.state;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All the sandbox remembers, in an H2 file. Every change is on disk before its method returns. Safe for use by several
 * threads, which take turns.
 */
public final class CrmState implements AutoCloseable {

    private final Database database;

    private CrmState(Database database) {
        this.database = database;
    }

    /**
     * Opens the state, filling it first where it is empty or its first filling was cut short.
     *
     * @param file path of the H2 file without its extension
     * @throws StateException if it cannot be read or written
     */
    public static CrmState open(Path file, Origin origin) {
        Database database = Database.open(file);
        try {
            CrmState state = new CrmState(database);
            if (state.origin().isEmpty()) {
                new Filling(database).fill(origin);
            }
            return state;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What the state was filled from; empty while it has not been filled. */
    public Optional<Origin> origin() {
        return locked(() -> Filling.origin(database));
    }

    /** The living cards that are asked for, in order. */
    public List<Card> list(CardQuery query) {
        Selection selection = Selection.of(query);
        return locked(() -> database.query(row -> row.getBytes(1), selection.sql(), selection.values())).stream()
                .map(CardCodec::card)
                .toList();
    }

    /**
     * Some cards in the order in which they were added, ties by id.
     *
     * @param deleted whether those that are deleted are wanted, or those that are not
     * @param addedFrom only those added then or later; null for all
     * @param offset how many are left out at the beginning
     */
    public Slice added(boolean deleted, @Nullable Instant addedFrom, long offset, int limit) {
        String where = " from card where deleted = ? and added >= ?";
        long from = addedFrom == null ? Long.MIN_VALUE : addedFrom.getEpochSecond() + (addedFrom.getNano() > 0 ? 1 : 0);
        return locked(() -> {
            List<byte[]> found = database.query(
                    row -> row.getBytes(1),
                    "select json" + where + " order by added, id limit ? offset ?",
                    deleted,
                    from,
                    limit,
                    offset);
            long total = database.query(row -> row.getLong(1), "select count(*)" + where, deleted, from)
                    .get(0);
            return new Slice(found.stream().map(CardCodec::card).toList(), total);
        });
    }

    /** A card, deleted or not; empty if there never was one with this id. */
    public Optional<Card> find(long id) {
        return locked(() -> found(id));
    }

    /**
     * Changes a living card.
     *
     * @return the card after the change; empty if there is no living card with this id
     */
    public Optional<Card> change(long id, UnaryOperator<Card> change) {
        return locked(() -> found(id).filter(card -> !card.deleted()).map(card -> stored(change.apply(card))));
    }

    /**
     * Changes a card, deleted or not.
     *
     * @return the card after the change; empty if there never was one with this id
     */
    public Optional<Card> changeAny(long id, UnaryOperator<Card> change) {
        return locked(() -> found(id).map(card -> stored(change.apply(card))));
    }

    /** The notes that were written on a person, in the order they were. */
    public List<WrittenNote> notes(long personId) {
        return locked(() -> database.query(
                row -> new WrittenNote(row.getLong(1), row.getLong(2), row.getString(3)),
                "select id, person_id, json from note where person_id = ? order by id",
                personId));
    }

    /** Writes a note on a person. */
    public WrittenNote addNote(long personId, String json) {
        return locked(() -> {
            long id = database.query(row -> row.getLong(1), "select coalesce(max(id), 0) + 1 from note")
                    .get(0);
            database.update("insert into note values (?, ?, ?)", id, personId, json);
            database.commit();
            return new WrittenNote(id, personId, json);
        });
    }

    /**
     * Adds a card, of a human being of whom nothing is known.
     *
     * @param made from the id it is given, which was never given before
     */
    public Card add(LongFunction<Card> made) {
        return locked(() -> {
            long id = database.query(row -> row.getLong(1), "select coalesce(max(id), 0) + 1 from card")
                    .get(0);
            Card card = made.apply(id);
            database.update(
                    CardRow.INSERT,
                    CardRow.of(new FirstCard(card, "added " + id, List.of())).columns());
            database.commit();
            return card;
        });
    }

    /**
     * Merges one living card into another.
     *
     * @return the survivor after the merge; empty if either is not a living card
     */
    public Optional<Card> merge(long absorbedId, long survivorId, MultiValues multiValues, Instant when) {
        return locked(() -> {
            Optional<Card> absorbed = found(absorbedId).filter(card -> !card.deleted());
            Optional<Card> survivor = found(survivorId).filter(card -> !card.deleted());
            if (absorbed.isEmpty() || survivor.isEmpty()) {
                return Optional.empty();
            }
            store(absorbed.get().withoutLinks().deletedAt(when));
            database.update("update card set merged_into = ? where id = ?", survivorId, absorbedId);
            database.update("update lead set person_id = ? where person_id = ?", survivorId, absorbedId);
            return Optional.of(stored(new Merge(multiValues).into(survivor.get(), absorbed.get(), when)));
        });
    }

    /** Leads in the order of their ids, those of one person or all. */
    public List<Lead> leads(@Nullable Long personId, long offset, int limit) {
        String where = personId == null ? "" : " where person_id = ?";
        List<Object> values = new ArrayList<>(personId == null ? List.of() : List.of(personId));
        values.add(limit);
        values.add(offset);
        String sql = "select id, person_id, owner_id, title, added from lead" + where + " order by id limit ? offset ?";
        return locked(() -> database.query(CrmState::lead, sql, values.toArray()));
    }

    /** Tells, in ascending order, each living card's id and the human being it is of. */
    public void truth(BiConsumer<Long, String> listener) {
        locked(() -> database.query(
                row -> {
                    listener.accept(row.getLong(1), row.getString(2));
                    return 0;
                },
                "select id, human from card where not deleted order by id"));
    }

    @Override
    public void close() {
        locked(() -> {
            database.close();
            return 0;
        });
    }

    private Optional<Card> found(long id) {
        return database.query(row -> row.getBytes(1), "select json from card where id = ?", id).stream()
                .map(CardCodec::card)
                .findFirst();
    }

    private Card stored(Card card) {
        store(card);
        database.commit();
        return card;
    }

    private void store(Card card) {
        database.update(
                """
                update card set owner_id = ?, organisation_id = ?, updated = ?, deleted = ?, json = ? where id = ?""",
                card.membership().ownerId(),
                card.membership().organisationId(),
                card.updated().getEpochSecond(),
                card.deleted(),
                CardCodec.bytes(card),
                card.id());
    }

    private synchronized <T> T locked(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    private static Lead lead(ResultSet row) throws SQLException {
        return new Lead(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                Instant.ofEpochSecond(row.getLong(5)));
    }
}
