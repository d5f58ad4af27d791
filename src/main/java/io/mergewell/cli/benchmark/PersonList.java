package io.mergewell.cli.benchmark;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.sandbox.SandboxException;
import io.mergewell.sandbox.population.CustomField;
import io.mergewell.sandbox.population.GeneratedPerson;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A list of invented persons in a CSV file, and the job file that says which of its columns is what. They are the
 * sandbox's persons, but for the customer number, which would tell who is who.
 *
 * @param file the list
 * @param job the job file, beside it
 */
public record PersonList(Path file, Path job) {

    /** The column that tells who each row is. */
    public static final String TRUTH = "truth";

    private static final String[] HEADER = {
        "id",
        "first_name",
        "last_name",
        "email",
        "email2",
        "email3",
        "phone",
        "phone2",
        "phone3",
        "phone4",
        "company",
        "birth_date",
        TRUTH
    };
    private static final int EMAILS = 3;
    private static final int PHONES = 4;

    private static final String JOB = """
            # Invented persons: %d records made from seed %d; which human being each is, is in the column truth.
            crm:
              type: csv
              file: %s
              columns:
                id: id
                first-name: first_name
                last-name: last_name
                emails: [email, email2, email3]
                phones: [phone, phone2, phone3, phone4]
                organisation: company
                birth-date: birth_date
            phone-region: US
            """;

    /** The list in a file, with the job file named after it: {@code persons.yml} for {@code persons.csv}. */
    public static PersonList in(Path file) {
        String name = file.getFileName().toString();
        return new PersonList(file, file.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + ".yml"));
    }

    /**
     * Makes the persons one by one and writes both files. The same settings give the same bytes.
     *
     * @throws SandboxException.Unwritable if the place may not be written to or has no room, or if a file of either name
     *     is there; then nothing is left behind and what was there is untouched
     */
    public void write(PopulationSettings settings) {
        try {
            writeRows(settings);
            Files.writeString(job, JOB.formatted(settings.count(), settings.seed(), file.getFileName()), CREATE_NEW);
        } catch (IOException e) {
            throw new SandboxException.Unwritable(
                    "The invented persons could not be written to " + file + ". Is the folder there, may it be written"
                            + " to, and has it room? 150 bytes a person are needed.",
                    e);
        }
    }

    private void writeRows(PopulationSettings settings) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, CREATE_NEW);
                CSVPrinter rows = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            rows.printRecord((Object[]) HEADER);
            for (Iterator<GeneratedPerson> made = Population.persons(settings); made.hasNext(); ) {
                write(made.next(), rows);
            }
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void write(GeneratedPerson made, CSVPrinter rows) throws IOException {
        Person person = made.person();
        rows.print(person.id().value());
        rows.print(person.name().first());
        rows.print(person.name().last());
        write(person.emails(), EMAILS, rows);
        write(person.phones(), PHONES, rows);
        rows.print(person.organisation().name());
        rows.print(person.custom().get(CustomField.BIRTH_DATE.key()));
        rows.print(made.truth());
        rows.println();
    }

    private static void write(List<ContactValue> values, int columns, CSVPrinter rows) throws IOException {
        if (values.size() > columns) {
            throw new IllegalStateException("The sandbox makes persons with more values than the list has columns.");
        }
        for (int column = 0; column < columns; column++) {
            rows.print(column < values.size() ? values.get(column).value() : null);
        }
    }
}
