package io.mergewell.review;

import io.mergewell.person.Person;
import io.mergewell.plan.PairDecision;
import io.mergewell.review.table.Column;
import io.mergewell.review.table.CsvCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of {@code review.csv}: first what a person works with, then both records side by side, then why, then
 * what the machine needs. Only {@code row_key, decision, override_survivor_id, reviewer, note, plan_id} are ever read
 * back.
 */
final class ReviewColumns {

    static final List<Column<ReviewRow>> ALL = all();

    private ReviewColumns() {}

    private static List<Column<ReviewRow>> all() {
        List<Column<ReviewRow>> columns = new ArrayList<>(decision());
        columns.addAll(sideBySide("emails", PersonCells::emails, CsvCell::digits));
        columns.addAll(sideBySide("phones", PersonCells::phones, CsvCell::digits));
        columns.addAll(sideBySide("organisation", PersonCells::organisation, CsvCell::digits));
        columns.addAll(sideBySide("birth_date", PersonCells::birthDate, CsvCell::date));
        columns.addAll(sideBySide("address", PersonCells::address, CsvCell::digits));
        columns.addAll(sideBySide("links", PersonCells::links, CsvCell::text));
        columns.addAll(sideBySide("owner", PersonCells::owner, CsvCell::id));
        columns.addAll(sideBySide("consent", PersonCells::consent, CsvCell::text));
        columns.addAll(sideBySide("added", PersonCells::added, CsvCell::text));
        columns.addAll(sideBySide("updated", PersonCells::updated, CsvCell::text));
        columns.addAll(reasons());
        columns.addAll(identity());
        return List.copyOf(columns);
    }

    private static List<Column<ReviewRow>> decision() {
        return List.of(
                Column.text("row_key", row -> row.action().rowKey()),
                Column.text("decision", row -> row.held(held -> held.decision().name())),
                Column.text("action", row -> row.action().kind().name()),
                Column.text("band", row -> row.action().band().name()),
                Column.text("score", ReviewRow::score),
                Column.id("survivor_id", ReviewRow::survivorId),
                Column.id("duplicate_id", row -> row.action().duplicate().value()),
                Column.digits("survivor_name", row -> row.survivor(PersonCells::name)),
                Column.digits("duplicate_name", row -> row.duplicate(PersonCells::name)));
    }

    private static List<Column<ReviewRow>> sideBySide(
            String name, Function<Person, String> value, Function<String, String> cell) {
        return List.of(
                new Column<>("survivor_" + name, row -> cell.apply(row.survivor(value))),
                new Column<>("duplicate_" + name, row -> cell.apply(row.duplicate(value))));
    }

    private static List<Column<ReviewRow>> reasons() {
        return List.of(
                Column.text("match_reasons", ReviewRow::matchReasons),
                Column.text("cautions", row -> ReviewRow.sentences(row.action().cautions())),
                Column.text("conflicts", row -> ReviewRow.sentences(row.action().conflicts())),
                Column.text(
                        "values_gained", row -> ReviewRow.sentences(row.action().valuesGained())),
                Column.text(
                        "values_lost", row -> ReviewRow.sentences(row.action().valuesLost())),
                Column.text("survivor_reason", row -> row.group().survivorReason()));
    }

    private static List<Column<ReviewRow>> identity() {
        return List.of(
                Column.text("group_id", row -> row.group().id()),
                Column.text(
                        "group_size",
                        row -> Integer.toString(row.group().members().size())),
                Column.text("group_min_score", ReviewRow::groupMinScore),
                Column.blank("override_survivor_id"),
                Column.text("note", row -> row.held(PairDecision::note)),
                Column.text("reviewer", row -> row.held(PairDecision::reviewer)),
                Column.text("plan_id", row -> row.plan().id()));
    }
}
