package io.mergewell.cli.evaluate;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A CSV file with a column that tells who each row is. The label is taken off before anything else sees a person. */
public final class LabelledFile {

    /** No key of a job file: YAML cannot hold it. */
    private static final String LABEL = "\u0000";

    private final CrmSettings.Csv settings;
    private final String truthColumn;

    /** @param truthColumn the column with the labels */
    public LabelledFile(CrmSettings.Csv settings, String truthColumn) {
        this.settings = settings;
        this.truthColumn = truthColumn;
    }

    /**
     * Reads the whole file.
     *
     * @param persons takes each person without its label, and the label; null where the cell is empty
     * @return the rows that could not be read
     */
    public List<RejectedRecord> read(BiConsumer<Person, @Nullable String> persons) {
        List<RejectedRecord> rejected = new ArrayList<>();
        try (PersonSource source = PersonFiles.csv(settings.file(), columns())) {
            String cursor = null;
            do {
                PersonPage page = source.page(new ReadScope.Everything(), cursor);
                rejected.addAll(page.rejected());
                page.persons().stream().map(SourcedPerson::person).forEach(person -> pass(person, persons));
                cursor = page.next();
            } while (cursor != null);
        }
        return rejected;
    }

    /** Some persons without their labels, by id. Reads the whole file. */
    Map<PersonId, Person> find(Set<PersonId> wanted) {
        Map<PersonId, Person> found = new HashMap<>();
        read((person, label) -> {
            if (wanted.contains(person.id())) {
                found.put(person.id(), person);
            }
        });
        return found;
    }

    private static void pass(Person person, BiConsumer<Person, @Nullable String> persons) {
        SortedMap<String, String> custom = new TreeMap<>(person.custom());
        String label = custom.remove(LABEL);
        persons.accept(
                new Person(
                        person.id(),
                        person.name(),
                        person.emails(),
                        person.phones(),
                        person.organisation(),
                        person.birthDate(),
                        person.address(),
                        person.jobTitle(),
                        custom,
                        person.facts()),
                label);
    }

    /** The columns of the job with the truth in none of them, and the truth as a further one. */
    private CsvColumns columns() {
        CsvColumns mapped = settings.columns();
        SortedMap<String, String> custom = new TreeMap<>(mapped.custom());
        custom.values().removeIf(truthColumn::equals);
        custom.put(LABEL, truthColumn);
        return new CsvColumns(
                mapped.id(),
                others(mapped.name()),
                others(mapped.firstName()),
                others(mapped.lastName()),
                others(mapped.emails()),
                others(mapped.phones()),
                other(mapped.organisation()),
                other(mapped.birthDate()),
                others(mapped.street()),
                other(mapped.postcode()),
                other(mapped.city()),
                other(mapped.country()),
                other(mapped.jobTitle()),
                custom);
    }

    private List<String> others(List<String> columns) {
        return columns.stream().filter(column -> !column.equals(truthColumn)).toList();
    }

    private @Nullable String other(@Nullable String column) {
        return Stream.ofNullable(column)
                .filter(name -> !name.equals(truthColumn))
                .findFirst()
                .orElse(null);
    }
}
