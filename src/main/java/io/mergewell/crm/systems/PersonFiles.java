package io.mergewell.crm.systems;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.csv.CsvPersons;
import io.mergewell.crm.csv.CsvRewriter;
import io.mergewell.crm.settings.CsvColumns;
import java.nio.file.Path;
import java.util.List;

/** Persons in files. What is opened here reads nothing before it is asked to. */
public final class PersonFiles {

    private PersonFiles() {}

    /** A CSV file with its way out. */
    public static CrmConnection connect(Path file, CsvColumns columns) {
        return new CrmConnection(csv(file, columns), new WayOut.Copy(new CsvRewriter(file, columns)));
    }

    /** Persons of a CSV file, whose encoding and delimiter are found out. */
    public static PersonSource csv(Path file, CsvColumns columns) {
        return new CsvPersons(file, columns);
    }

    /**
     * The names of all columns of a CSV file, in its order.
     *
     * @param columns the mapped ones, by which its header is known
     * @throws CrmException.UnreadableInput if the file cannot be read, or lacks a mapped column
     */
    public static List<String> csvColumnNames(Path file, CsvColumns columns) {
        try (CsvPersons persons = new CsvPersons(file, columns)) {
            return persons.columnNames();
        }
    }
}
