package io.mergewell.sandbox.state;

import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first load of an empty state. It counts only when its last row, the origin, is written. Rows go in by ascending
 * id, which H2 takes several times as fast as any other order; so the population is made once per window of ids.
 */
final class Filling {

    /** Changes with every change to the tables or to {@link CardCodec}. */
    private static final String FORMAT = "2";

    private static final int BATCH = 2_000;
    private static final int WINDOW = 200_000;

    private final Database database;

    Filling(Database database) {
        this.database = database;
    }

    /** What a state was filled from; empty while it has not been filled to the end. */
    static Optional<Origin> origin(Database database) {
        List<Origin> found = database.query(row -> new Origin(row.getInt(1), row.getLong(2)), """
                select cast(p.text as int), cast(s.text as bigint) from setting p, setting s
                where p.name = 'persons' and s.name = 'seed'""");
        if (!found.isEmpty() && !formats(database).equals(List.of(FORMAT))) {
            throw new StateException("The sandbox's state was written by another version.");
        }
        return found.stream().findFirst();
    }

    void fill(Origin origin) {
        database.execute("truncate table card");
        database.execute("truncate table lead");
        try {
            for (int first = 1; first <= origin.persons(); first += WINDOW) {
                fillWindow(origin, first);
            }
        } catch (SQLException e) {
            throw Database.failure(e);
        }
        database.createIndexes();
        database.update("insert into setting values ('format', ?)", FORMAT);
        database.update("insert into setting values ('persons', ?)", String.valueOf(origin.persons()));
        database.update("insert into setting values ('seed', ?)", String.valueOf(origin.seed()));
        database.commit();
    }

    private static List<String> formats(Database database) {
        return database.query(row -> row.getString(1), "select text from setting where name = 'format'");
    }

    private void fillWindow(Origin origin, int first) throws SQLException {
        CardRow[] cards = new CardRow[Math.min(WINDOW, origin.persons() - first + 1)];
        List<Lead> leads = new ArrayList<>();
        Population.persons(new PopulationSettings(origin.persons(), origin.seed()))
                .forEachRemaining(person -> {
                    long place = Long.parseLong(person.person().id().value()) - first;
                    if (place >= 0 && place < cards.length) {
                        FirstCard card = FirstCard.of(person);
                        cards[(int) place] = CardRow.of(card);
                        leads.addAll(card.leads());
                    }
                });
        insertCards(List.of(cards));
        insertLeads(leads);
    }

    private void insertCards(List<CardRow> cards) throws SQLException {
        try (PreparedStatement statement = database.prepare(CardRow.INSERT)) {
            for (int from = 0; from < cards.size(); from += BATCH) {
                for (CardRow card : cards.subList(from, Math.min(cards.size(), from + BATCH))) {
                    card.addTo(statement);
                }
                statement.executeBatch();
                database.commit();
            }
        }
    }

    private void insertLeads(List<Lead> leads) {
        for (Lead lead : leads) {
            database.update(
                    "insert into lead values (?, ?, ?, ?, ?)",
                    lead.id(),
                    lead.personId(),
                    lead.ownerId(),
                    lead.title(),
                    lead.added().getEpochSecond());
        }
        database.commit();
    }
}
