package io.mergewell.crm.csv;

import static io.mergewell.crm.csv.CsvPersons.PAGE_SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPersonsTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    @TempDir
    Path folder;

    @Test
    void readsEveryMappedColumn() {
        CsvColumns columns = new CsvColumns(
                "no",
                List.of("title", "full"),
                List.of("first"),
                List.of("last"),
                List.of("mail 1", "mail 2", "mail 3"),
                List.of("phone"),
                "company",
                "born",
                List.of("house", "street"),
                "zip",
                "town",
                "land",
                "job",
                new TreeMap<>(Map.of("state", "st", "sex", "sex")));
        write("""
                no,title,full,first,last,mail 1,mail 2,mail 3,phone,company,born,house,street,zip,town,land,job,st,sex,other
                 17 ,Dr,Ada King,Ada,King,a@x.org;b@x.org, ,a@y.org,+44 1,Acme,1815-12-10,12,High Street,N1,London,UK,Analyst,x, ,z
                """);

        Person ada = persons(columns).get(0);

        assertThat(ada)
                .isEqualTo(new Person(
                        new PersonId("17"),
                        new PersonName("Dr Ada King", "Ada", "King"),
                        List.of(ContactValue.of("a@x.org;b@x.org"), ContactValue.of("a@y.org")),
                        List.of(ContactValue.of("+44 1")),
                        new Organisation(null, "Acme"),
                        "1815-12-10",
                        new PostalAddress("12 High Street", "N1", "London", "UK"),
                        "Analyst",
                        new TreeMap<>(Map.of("state", "x")),
                        RecordFacts.NONE));
    }

    @Test
    void keepsTheWholeRowUnmappedColumnsIncluded() {
        write("id,name,,note,note\n1, Ada ,x,\"a \"\"b\"\"\",é\n");

        assertThat(source(simple()).page(EVERYTHING, null).persons().get(0).raw())
                .isEqualTo("{\"id\":\"1\",\"name\":\" Ada \",\"#3\":\"x\",\"note\":\"a \\\"b\\\"\",\"note#5\":\"é\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "|", "\t"})
    void findsTheDelimiterOut(String delimiter) {
        write("id,name,town\n1,Ada,\"a,b;c|d\te,f,g\"\n"
                .replace(",\"", "\0")
                .replace(",", delimiter)
                .replace("\0", delimiter + "\""));

        assertThat(persons(simple())).extracting(person -> person.name().full()).containsExactly("Ada");
    }

    @Test
    void theDelimiterIsTheOneThatShowsTheMappedColumns() {
        write("id;name;a,b,c,d,e\n1;Ada;x\n");

        assertThat(persons(simple())).extracting(person -> person.name().full()).containsExactly("Ada");
    }

    @Test
    void obeysExcelsFirstLine() {
        write("sep=;\r\nid;name\r\n1;Ada\r\n1;Ada\r\n");

        PersonPage page = source(simple()).page(EVERYTHING, null);

        assertThat(page.persons()).hasSize(1);
        assertThat(page.rejected()).extracting(RejectedRecord::where).containsExactly("line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsAnyUsualEncoding(String encoding) throws IOException {
        Files.write(file(), "id;name\r\n1;Zoë Müller\r\n".getBytes(Charset.forName(encoding)));

        assertThat(persons(simple())).extracting(person -> person.name().full()).containsExactly("Zoë Müller");
    }

    @Test
    void rejectsWhatIsNoPersonWithItsLineAndKeepsTheRest() {
        write("""
                id,name
                1,"Ada
                of London"
                ,Nobody
                3
                4,x,y
                5,"open
                6,Bob

                1,Again
                7,"Bo" b
                  ,
                %s,Long
                8,Cyd
                """.formatted("9".repeat(201)));

        PersonPage page = source(simple()).page(EVERYTHING, null);

        assertThat(page.persons())
                .extracting(sourced -> sourced.person().id().value())
                .containsExactly("1", "6", "8");
        assertThat(page.rejected())
                .containsExactly(
                        rejected(4, "has no id"),
                        rejected(5, "has 1 cells where the header has 2"),
                        rejected(6, "has 3 cells where the header has 2"),
                        rejected(7, "has text behind a closing quote, or opens a quote that is never closed"),
                        rejected(10, "has an id that an earlier record has already"),
                        rejected(11, "has text behind a closing quote, or opens a quote that is never closed"),
                        rejected(12, "has no id"),
                        rejected(13, "has an id of more than 200 characters"));
    }

    @Test
    void rejectsRowsWithDamagedCharactersAlone() throws IOException {
        byte[] text = ("id,name\n" + "1,Müller\n".repeat(1)
                        + IntStream.range(2, 30).mapToObj(i -> i + ",Zoë\n").collect(Collectors.joining())
                        + "30,X?X\n31,a~b\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xE9 : text[i] == '~' ? 0 : text[i];
        }
        Files.write(file(), text);

        PersonPage page = source(simple()).page(EVERYTHING, null);

        assertThat(page.persons()).hasSize(29);
        assertThat(page.rejected()).extracting(RejectedRecord::where).containsExactly("line 31", "line 32");
    }

    @Test
    void theReplacementCharacterItselfIsNoDamage() {
        write("id,name\n1,X\uFFFDX\n");

        assertThat(persons(simple())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    id,Name,e-mail            | has no column "name", which crm.columns maps. Is "Name" meant? It has: id, Name, e-mail.
                    id,zip                    | has no column "name", which crm.columns maps. It has: id, zip.
                    ID,name                   | has no column "id", which crm.columns maps. Is "ID" meant? It has: ID, name.
                    id,name,name              | has two columns named "name"
                    17,Ada King,ada@x.org     | names none of the columns that crm.columns maps. Does the file begin with a header
                    """)
    void saysWhatTheHeaderLacks(String header, String sentence) {
        write(header + "\n1,2,3\n");

        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, null))
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("ada@x.org");
    }

    @Test
    void aColumnThatIsTwiceInTheFileButMapsToNothingIsNoProblem() {
        write("id,note,name,note\n1,a,Ada,b\n");

        assertThat(persons(simple())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "~~~, is empty", "'id,\"name', opens a quote"})
    void saysWhenThereIsNoHeader(String content, String sentence) {
        write(content.replace('~', '\n'));

        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, null))
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aHeaderAloneIsAFileWithoutPersons() {
        write("id,name\n");

        PersonPage page = source(simple()).page(EVERYTHING, null);

        assertThat(page.persons()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void saysWhenThereIsNoFile() throws IOException {
        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, null))
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("does not exist");

        Files.createDirectory(file());

        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, null))
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void readsPagesAndGoesOnInANewProcess() {
        write("id,name\n" + rows(1, PAGE_SIZE + 1_000) + "17,Again\n" + rows(PAGE_SIZE + 1_001, 2 * PAGE_SIZE));

        PersonPage first = source(simple()).page(EVERYTHING, null);
        PersonPage second = source(simple()).page(EVERYTHING, first.next());
        PersonPage third = source(simple()).page(EVERYTHING, second.next());

        assertThat(first.persons()).hasSize(PAGE_SIZE);
        assertThat(second.persons()).hasSize(PAGE_SIZE - 1);
        assertThat(second.rejected()).extracting(RejectedRecord::where).containsExactly("line " + (PAGE_SIZE + 1_002));
        assertThat(third.persons())
                .extracting(sourced -> sourced.person().id().value())
                .containsExactly(String.valueOf(2 * PAGE_SIZE));
        assertThat(third.next()).isNull();
    }

    @Test
    void aPageThatEndsWithTheFileIsTheLast() {
        write("id,name\n" + rows(1, PAGE_SIZE));

        assertThat(source(simple()).page(EVERYTHING, null).next()).isNull();
    }

    @Test
    void canBeReadAgainFromItsBeginning() {
        write("id,name\n" + rows(1, PAGE_SIZE + 1));
        PersonSource source = source(simple());

        String second = source.page(EVERYTHING, null).next();
        source.page(EVERYTHING, second);

        assertThat(source.page(EVERYTHING, null).persons()).hasSize(PAGE_SIZE);
        assertThat(source.page(EVERYTHING, second).persons()).hasSize(1);
    }

    @Test
    void noticesThatTheFileChanged() {
        write("id,name\n" + rows(1, PAGE_SIZE + 1));
        PersonSource source = source(simple());
        String cursor = source.page(EVERYTHING, null).next();
        write("id,name\n" + rows(1, PAGE_SIZE + 2));

        assertThatThrownBy(() -> source.page(EVERYTHING, cursor))
                .isInstanceOf(CrmException.CursorExpired.class)
                .hasMessageContaining("changed");
        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, cursor))
                .isInstanceOf(CrmException.CursorExpired.class);
        assertThat(source.page(EVERYTHING, null).persons()).hasSize(PAGE_SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5000", "a:b:c", "eyJhIjoxfQ"})
    void aCursorOfAnotherSystemIsNoPlaceInAFile(String cursor) {
        write("id,name\n1,Ada\n");

        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, cursor))
                .isInstanceOf(CrmException.CursorExpired.class);
    }

    @Test
    void isAlwaysReadAsAWhole() {
        CsvColumns columns = simple();
        PersonSource source = source(columns);

        assertThat(source.readsChanges()).isFalse();
        assertThat(PersonFiles.connect(file(), columns).out().capabilities())
                .isEqualTo(new Capabilities(
                        true,
                        true,
                        true,
                        Set.of(),
                        new Room(columns.emails().size(), columns.phones().size())));
        assertThat(source.usage()).isEqualTo(ApiUsage.NONE);
    }

    private static RejectedRecord rejected(int line, String reason) {
        return new RejectedRecord("line " + line, "The record " + reason + ".");
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + ",Person " + i + "\n")
                .collect(Collectors.joining());
    }

    private List<Person> persons(CsvColumns columns) {
        PersonPage page = source(columns).page(EVERYTHING, null);
        assertThat(page.rejected()).isEmpty();
        return page.persons().stream().map(sourced -> sourced.person()).toList();
    }

    private PersonSource source(CsvColumns columns) {
        return PersonFiles.csv(file(), columns);
    }

    private static CsvColumns simple() {
        return new CsvColumns(
                "id",
                List.of("name"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new TreeMap<>());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closesAFileThatItRefuses() throws IOException {
        write("id,zip\n1,2\n");
        assertThatThrownBy(() -> source(simple()).page(EVERYTHING, null))
                .isInstanceOf(CrmException.UnreadableInput.class);
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.map(CsvPersonsTests::target)).doesNotContain(file().toRealPath());
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException closedMeanwhile) {
            return link;
        }
    }

    private Path file() {
        return folder.resolve("persons.csv");
    }

    private void write(String text) {
        try {
            Files.writeString(file(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
