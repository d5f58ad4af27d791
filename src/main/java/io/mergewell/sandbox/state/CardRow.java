package io.mergewell.sandbox.state;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A first card as its row in the table of cards, which is smaller than the card. */
final class CardRow {

    static final String INSERT = "insert into card values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final @Nullable Object[] columns;

    private CardRow(@Nullable Object[] columns) {
        this.columns = columns;
    }

    static CardRow of(FirstCard first) {
        Card card = first.card();
        return new CardRow(new @Nullable Object[] {
            card.id(),
            first.human(),
            card.membership().ownerId(),
            card.membership().organisationId(),
            card.added().getEpochSecond(),
            card.updated().getEpochSecond(),
            card.deleted(),
            null,
            CardCodec.bytes(card)
        });
    }

    /** In the order of {@link #INSERT}. */
    @Nullable
    Object[] columns() {
        return columns.clone();
    }

    void addTo(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            statement.setObject(i + 1, columns[i]);
        }
        statement.addBatch();
    }
}
