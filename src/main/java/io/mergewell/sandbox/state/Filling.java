package io.mergewell.sandbox.state;

import io.mergewell.sandbox.population.GeneratedPerson;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first load of an empty state. It counts only when its last row, the origin, is written. */
final class Filling {

    private static final int BATCH = 2_000;

    private final Database database;

    Filling(Database database) {
        this.database = database;
    }

    /** What a state was filled from; empty while it has not been filled to the end. */
    static Optional<Origin> origin(Database database) {
        List<Origin> found = database.query(row -> new Origin(row.getInt(1), row.getLong(2)), """
                select cast(p.text as int), cast(s.text as bigint) from setting p, setting s
                where p.name = 'persons' and s.name = 'seed'""");
        return found.stream().findFirst();
    }

    void fill(Origin origin) {
        database.execute("truncate table card");
        database.execute("truncate table lead");
        try {
            insert(Population.persons(new PopulationSettings(origin.persons(), origin.seed())));
        } catch (SQLException e) {
            throw Database.failure(e);
        }
        database.createIndexes();
        database.update("insert into setting values ('persons', ?)", String.valueOf(origin.persons()));
        database.update("insert into setting values ('seed', ?)", String.valueOf(origin.seed()));
        database.commit();
    }

    private void insert(Iterator<GeneratedPerson> persons) throws SQLException {
        try (PreparedStatement cards = database.prepare("insert into card values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement leads = database.prepare("insert into lead values (?, ?, ?, ?, ?)")) {
            while (persons.hasNext()) {
                for (int i = 0; i < BATCH && persons.hasNext(); i++) {
                    FirstCard first = FirstCard.of(persons.next());
                    add(cards, first);
                    add(leads, first.leads());
                }
                cards.executeBatch();
                leads.executeBatch();
                database.commit();
            }
        }
    }

    private static void add(PreparedStatement statement, FirstCard first) throws SQLException {
        Card card = first.card();
        @Nullable
        Object[] row = {
            card.id(),
            first.human(),
            card.membership().ownerId(),
            card.membership().organisationId(),
            card.added().getEpochSecond(),
            card.updated().getEpochSecond(),
            card.deleted(),
            null,
            CardCodec.bytes(card)
        };
        add(statement, row);
    }

    private static void add(PreparedStatement statement, List<Lead> leads) throws SQLException {
        for (Lead lead : leads) {
            @Nullable
            Object[] row = {
                lead.id(),
                lead.personId(),
                lead.ownerId(),
                lead.title(),
                lead.added().getEpochSecond()
            };
            add(statement, row);
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
    }
}
