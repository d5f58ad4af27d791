package io.mergewell.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Person;
import io.mergewell.sandbox.population.GeneratedPerson;
import io.mergewell.sandbox.population.Population;
import io.mergewell.sandbox.population.PopulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonListTests {

    private static final PopulationSettings POPULATION = new PopulationSettings(3_000, 5);

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasMade() {
        PersonList list = PersonList.in(folder.resolve("persons.csv"));
        list.write(POPULATION);

        List<Person> made = new ArrayList<>();
        Population.persons(POPULATION).forEachRemaining(generated -> made.add(generated.person()));
        assertThat(read(list))
                .map(PersonListTests::compared)
                .isEqualTo(made.stream().map(PersonListTests::compared).toList());
    }

    @Test
    void saysInItsLastColumnWhoEachIs() throws IOException {
        PersonList list = PersonList.in(folder.resolve("persons.csv"));
        list.write(POPULATION);

        List<String> humans = new ArrayList<>();
        Population.persons(POPULATION).forEachRemaining((GeneratedPerson generated) -> humans.add(generated.truth()));
        assertThat(Files.readAllLines(list.file()).stream()
                        .skip(1)
                        .map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .isEqualTo(humans);
    }

    @Test
    void isTheSameToTheByteForTheSameSeed() {
        PersonList one = PersonList.in(folder.resolve("one.csv"));
        PersonList other = PersonList.in(folder.resolve("other.csv"));
        one.write(POPULATION);
        other.write(POPULATION);

        assertThat(other.file()).hasSameBinaryContentAs(one.file());
    }

    @ParameterizedTest
    @CsvSource({"persons.csv, persons.yml", "two.parts.csv, two.parts.yml", "bare, bare.yml"})
    void hasItsJobFileBesideIt(String file, String job) {
        assertThat(PersonList.in(folder.resolve(file)).job()).isEqualTo(folder.resolve(job));
    }

    private static List<Person> read(PersonList list) {
        CrmSettings.Csv csv =
                (CrmSettings.Csv) new JobFileReader(Map.of()).read(list.job()).crm();
        List<Person> persons = new ArrayList<>();
        try (PersonSource source = PersonFiles.csv(csv.file(), csv.columns())) {
            String cursor = null;
            do {
                PersonPage page = source.page(new ReadScope.Everything(), cursor);
                assertThat(page.rejected()).isEmpty();
                page.persons().stream().map(SourcedPerson::person).forEach(persons::add);
                cursor = page.next();
            } while (cursor != null);
        }
        return persons;
    }

    /** What a list can hold of a person. */
    private static List<Object> compared(Person person) {
        return List.of(
                person.id(),
                String.valueOf(person.name().first()),
                String.valueOf(person.name().last()),
                person.emails().stream().map(ContactValue::value).distinct().toList(),
                person.phones().stream().map(ContactValue::value).distinct().toList(),
                String.valueOf(person.organisation().name()));
    }
}
