package io.mergewell.crm;

import io.mergewell.crm.csv.CsvPersons;
import io.mergewell.crm.pipedrive.PipedrivePersons;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The systems that can be read. What is opened here sends nothing and reads nothing before it is asked to. */
public final class PersonSources {

    private PersonSources() {}

    /**
     * Persons of a Pipedrive company, through API v2.
     *
     * @param timeout for one whole request, from connecting to the answer's last byte
     * @throws CrmException.Misconfigured if the filter is one that API v2 does not have
     */
    public static PersonSource pipedrive(Endpoint endpoint, PersonFilter filter, Duration timeout, Waiter waiter) {
        return new PipedrivePersons(endpoint, filter, timeout, waiter);
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
