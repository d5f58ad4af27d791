package io.mergewell.crm.csv;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A survivor's cells, changed as little as its golden record allows. */
final class GoldenCells {

    private final ColumnMap columns;
    private final List<Donor> donors;
    private final UnaryOperator<String> written;

    /**
     * Cells of one survivor.
     *
     * @param donors records of its group, from which values are taken as they are written there
     * @param written how a value stands in a cell
     */
    GoldenCells(ColumnMap columns, List<Donor> donors, UnaryOperator<String> written) {
        this.columns = columns;
        this.donors = donors;
        this.written = written;
    }

    /** A record and the person it is of. */
    record Donor(Person person, List<String> cells) {}

    /** The survivor's cells with what the golden record brings; what finds no column is left out. */
    List<String> of(Donor survivor, Person golden) {
        List<String> cells = new ArrayList<>(survivor.cells());
        columns.singles().forEach(field -> fill(cells, field, survivor.person(), golden));
        columns.severals().forEach(field -> fill(cells, field, survivor.person(), golden));
        return cells;
    }

    private void fill(List<String> cells, ColumnMap.Single field, Person present, Person golden) {
        Object wanted = field.value().apply(golden);
        if (Objects.equals(wanted, field.value().apply(present))) {
            return;
        }
        donors.stream()
                .filter(donor -> Objects.equals(wanted, field.value().apply(donor.person())))
                .findFirst()
                .ifPresent(donor -> field.columns()
                        .forEach(column -> cells.set(column, donor.cells().get(column))));
    }

    /** New values go into the columns that are free, in their order. */
    private void fill(List<String> cells, ColumnMap.Several field, Person present, Person golden) {
        List<String> had = values(field, present);
        List<String> added = values(field, golden).stream()
                .filter(value -> !had.contains(value))
                .toList();
        List<Integer> free = free(cells, field.columns());
        for (int i = 0; i < Math.min(added.size(), free.size()); i++) {
            cells.set(free.get(i), written.apply(added.get(i)));
        }
    }

    /** Columns that are blank, or say once more what an earlier one says. */
    private static List<Integer> free(List<String> cells, List<Integer> columns) {
        Set<String> said = new HashSet<>();
        return columns.stream()
                .filter(column -> cells.get(column).isBlank()
                        || !said.add(cells.get(column).strip()))
                .toList();
    }

    private static List<String> values(ColumnMap.Several field, Person person) {
        return field.values().apply(person).stream().map(ContactValue::value).toList();
    }
}
