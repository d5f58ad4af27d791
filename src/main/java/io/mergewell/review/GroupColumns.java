package io.mergewell.review;

import io.mergewell.review.table.Column;
import java.util.List;

/** The columns of {@code groups.csv}. Nothing is ever read back from it. */
final class GroupColumns {

    static final List<Column<GroupRow>> ALL = List.of(
            Column.text("group_id", row -> row.group().id()),
            Column.text(
                    "group_size", row -> Integer.toString(row.group().members().size())),
            Column.text("band", row -> row.group().band().name()),
            Column.text("group_min_score", GroupRow::minScore),
            Column.text("master", GroupRow::master),
            Column.text("action", row -> row.action(action -> action.kind().name())),
            Column.id("person_id", row -> row.person().id().value()),
            Column.digits("name", row -> PersonCells.name(row.person())),
            Column.digits("emails", row -> PersonCells.emails(row.person())),
            Column.digits("phones", row -> PersonCells.phones(row.person())),
            Column.digits("organisation", row -> PersonCells.organisation(row.person())),
            Column.digits("job_title", row -> PersonCells.jobTitle(row.person())),
            Column.date("birth_date", row -> PersonCells.birthDate(row.person())),
            Column.digits("address", row -> PersonCells.address(row.person())),
            Column.text("custom_fields", row -> PersonCells.custom(row.person())),
            Column.id("labels", row -> PersonCells.labels(row.person())),
            Column.id("owner", row -> PersonCells.owner(row.person())),
            Column.text("consent", row -> PersonCells.consent(row.person())),
            Column.text("links", row -> PersonCells.links(row.person())),
            Column.text("added", row -> PersonCells.added(row.person())),
            Column.text("updated", row -> PersonCells.updated(row.person())),
            Column.text("row_key", row -> row.action(action -> action.rowKey())),
            Column.text("plan_id", row -> row.plan().id()));

    private GroupColumns() {}
}
