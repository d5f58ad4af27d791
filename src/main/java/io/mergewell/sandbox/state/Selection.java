package io.mergewell.sandbox.state;

import io.mergewell.sandbox.state.CardQuery.Order;
import io.mergewell.sandbox.state.CardQuery.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link CardQuery} as SQL that yields the JSON of the cards. */
final class Selection {

    private final StringBuilder sql = new StringBuilder("select json from card where not deleted");
    private final List<Object> values = new ArrayList<>();

    private Selection() {}

    static Selection of(CardQuery query) {
        Selection selection = new Selection();
        selection.ids(query.ids());
        selection.condition(" and owner_id = ?", query.ownerId());
        selection.condition(" and organisation_id = ?", query.organisationId());
        selection.condition(" and updated >= ?", seconds(query.updatedSince()));
        selection.condition(" and updated < ?", seconds(query.updatedUntil()));
        selection.order(query.order(), query.after());
        selection.condition(" limit ?", query.limit());
        selection.condition(" offset ?", query.offset());
        return selection;
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    private void ids(@Nullable List<Long> ids) {
        if (ids != null) {
            sql.append(ids.stream().map(String::valueOf).collect(Collectors.joining(",", " and id in (", ")")));
        }
    }

    private void condition(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    /** The first condition repeats part of the second, because only the first can use an index. */
    private void order(Order order, @Nullable Place after) {
        String column =
                switch (order.by()) {
                    case ID -> "id";
                    case UPDATE_TIME -> "updated";
                    case ADD_TIME -> "added";
                };
        if (after != null) {
            String condition = order.ascending()
                    ? " and %1$s >= ? and (%1$s > ? or id > ?)"
                    : " and %1$s <= ? and (%1$s < ? or id < ?)";
            sql.append(condition.formatted(column));
            values.addAll(List.of(after.value(), after.value(), after.id()));
        }
        String direction = order.ascending() ? "" : " desc";
        sql.append(" order by %1$s%2$s, id%2$s".formatted(column, direction));
    }

    /** Card times are whole seconds, so a bound with a fraction means the next whole second. */
    private static @Nullable Long seconds(@Nullable Instant bound) {
        return bound == null ? null : bound.getEpochSecond() + (bound.getNano() > 0 ? 1 : 0);
    }
}
