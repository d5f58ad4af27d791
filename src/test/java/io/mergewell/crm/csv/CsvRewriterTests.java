package io.mergewell.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.crm.write.CleanedGroup;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRewriterTests {

    private static final CsvColumns COLUMNS = new CsvColumns(
            "id",
            List.of(),
            List.of("first"),
            List.of("last"),
            List.of("mail", "mail2"),
            List.of("phone"),
            "company",
            null,
            List.of("number", "street"),
            null,
            "city",
            null,
            null,
            new TreeMap<>(Map.of("vat", "vat")));
    private static final String HEADER = "id,first,last,mail,mail2,phone,company,number,street,city,vat,remark\n";

    @TempDir
    Path folder;

    @Test
    void leavesDuplicatesOutAndTouchesNothingElse() {
        String list = HEADER + "1,Ada,Byron,,,,,,,,,\"said \"\"hi\"\"\"\n\n"
                + "2,Ada,Byron,,,,,,,,,\"of two\r\nlines\"\n"
                + "a line that is none\n"
                + "3, Bob ,Dole,\"b@x.com\",,,,,,,,  \n";

        String cleaned = cleaned(list, StandardCharsets.UTF_8, 1, 2);

        assertThat(cleaned)
                .isEqualTo(HEADER + "1,Ada,Byron,,,,,,,,,\"said \"\"hi\"\"\"\n\n" + "a line that is none\n"
                        + "3, Bob ,Dole,\"b@x.com\",,,,,,,,  \n");
    }

    @Test
    void writesWhatTheGoldenRecordBringsIntoBlankColumns() {
        String list =
                HEADER + "1,Ada,Byron,ada@x.com,,,,,,,,keep\n" + "2,Ada,Byron,ADA@x.com,,+1 415 555 0132,,,,,DE1,\n"
                        + "3,Ada,Byron,ada@y.com,,,\"Acme, Inc.\",12 b,High Street,Bath,,other\n";

        assertThat(cleaned(list, StandardCharsets.UTF_8, 1, 2, 3))
                .isEqualTo(
                        HEADER
                                + "1,Ada,Byron,ada@x.com,ada@y.com,+1 415 555 0132,\"Acme, Inc.\",12 b,High Street,Bath,DE1,keep\n");
    }

    @Test
    void saysWhatTheCopyHoldsWhereAValueFoundNoColumn() {
        write(
                HEADER + "1,Ada,Byron,a@x.com,b@x.com,,,,,,,\n" + "2,Ada,Byron,c@x.com,,,,,,,,\n",
                StandardCharsets.UTF_8);

        Person survivor = rewrite(merge(1, 2)).get(new PersonId("1"));

        assertThat(survivor.emails()).extracting(mail -> mail.value()).containsExactly("a@x.com", "b@x.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void keepsTheEncodingAlsoOfNewValues(String charset) {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        String list = mark + HEADER + "1,Zoë,Müller,,,,,,,,,\u00E9\r\n2,Zoë,Müller,zoë@x.com,,,Søn,,,Köln,,\r\n";

        assertThat(cleaned(list, Charset.forName(charset), 1, 2))
                .isEqualTo(mark + HEADER + "1,Zoë,Müller,zoë@x.com,,,Søn,,,Köln,,\u00E9\r\n");
    }

    @Test
    void copiesDamagedBytesAsTheyAre() throws IOException {
        byte[] start = (HEADER + "1,Ada,Byron,,,,,,,,,\n2,Ada,Byron,,,,,,,,,\n3,Gün,").getBytes(StandardCharsets.UTF_8);
        byte[] end = ",,,,,,,,,\n4,ünü,ß,,,,,,,,,\n".getBytes(StandardCharsets.UTF_8);
        Files.write(file(), bytes(start, new byte[] {(byte) 0xC3, 'x'}, end));

        rewrite(merge(1, 2));

        byte[] expected = (HEADER + "1,Ada,Byron,,,,,,,,,\n3,Gün,").getBytes(StandardCharsets.UTF_8);
        assertThat(Files.readAllBytes(copy())).isEqualTo(bytes(expected, new byte[] {(byte) 0xC3, 'x'}, end));
    }

    @Test
    void leavesOutEmptyRecordsThatAreNobodysDuplicates() {
        write(HEADER + "1,,,,,,,,,,,\n2,Ada,Byron,,,,,,,,,", StandardCharsets.UTF_8);
        CsvRewriter rewriter = rewriter();

        write(rewriter, List.of(), Set.of(new PersonId("1")), rewriter.digest());

        assertThat(read(copy(), StandardCharsets.UTF_8)).isEqualTo(HEADER + "2,Ada,Byron,,,,,,,,,");
    }

    @Test
    void refusesAFileThatIsNoLongerTheOneThatIsMeant() {
        write(HEADER + "1,Ada,Byron,,,,,,,,,\n", StandardCharsets.UTF_8);
        CsvRewriter rewriter = rewriter();
        String digest = rewriter.digest();
        write(HEADER + "1,Ada,Byron,,,,,,,,,x\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> write(rewriter, List.of(), Set.of(), digest))
                .isInstanceOf(CrmException.UnreadableInput.class)
                .hasMessageContaining("no longer the one that the report is about");
        assertThat(copy()).isEmptyFile();
    }

    @Property(tries = 200)
    void whateverTheCellsHoldOthersStayAsTheyAreAndTheSurvivorReadsAsItsGoldenRecord(
            @ForAll @Size(min = 2, max = 6)
                    List<@StringLength(max = 6) @AlphaChars @Chars({',', '"', '\n', ';', 'é', ' '}) String> companies,
            @ForAll @IntRange(max = 3) int delimiter)
            throws IOException {
        folder = Files.createTempDirectory("rewriter");
        char separator = List.of(',', ';', '\t', '|').get(delimiter);
        StringBuilder list = new StringBuilder("id" + separator + "company" + separator + "note\n");
        for (int i = 0; i < companies.size(); i++) {
            list.append(i + 1).append(separator).append(quoted(i == 0 ? "" : companies.get(i)));
            list.append(separator).append("n").append(i).append('\n');
        }
        write(list.toString(), StandardCharsets.UTF_8);
        CsvColumns columns = new CsvColumns(
                "id",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "company",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new TreeMap<>());
        List<Person> before = persons(file(), columns);
        CsvRewriter rewriter = new CsvRewriter(file(), columns);
        FieldRules rules = new FieldRules(new Phones("US"), Room.AMPLE);
        Person golden = rules.merged(before.get(0), before.get(1));

        CleanedGroup group =
                new CleanedGroup(golden, new TreeSet<>(Set.of(before.get(1).id())));
        Map<PersonId, Person> survivors = write(rewriter, List.of(group), Set.of(), rewriter.digest());

        List<Person> expected = new ArrayList<>(before);
        expected.remove(1);
        expected.set(0, golden);
        assertThat(persons(copy(), columns)).isEqualTo(expected);
        assertThat(survivors).containsExactly(Map.entry(golden.id(), golden));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private String cleaned(String list, Charset charset, int survivor, int... absorbed) {
        write(list, charset);
        rewrite(merge(survivor, absorbed));
        return read(copy(), charset);
    }

    private Map<PersonId, Person> rewrite(CleanedGroup group) {
        CsvRewriter rewriter = rewriter();
        return write(rewriter, List.of(group), Set.of(), rewriter.digest());
    }

    private Map<PersonId, Person> write(
            CsvRewriter rewriter, List<CleanedGroup> groups, Set<PersonId> deleted, String digest) {
        try (OutputStream out = Files.newOutputStream(copy())) {
            return rewriter.write(groups, deleted, digest, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CleanedGroup merge(int survivor, int... absorbed) {
        Map<PersonId, Person> persons = new TreeMap<>();
        persons(file(), COLUMNS).forEach(person -> persons.put(person.id(), person));
        FieldRules rules = new FieldRules(new Phones("US"), Room.AMPLE);
        Person golden = persons.get(new PersonId(Integer.toString(survivor)));
        TreeSet<PersonId> ids = new TreeSet<>();
        for (int id : absorbed) {
            PersonId duplicate = new PersonId(Integer.toString(id));
            ids.add(duplicate);
            golden = rules.merged(golden, persons.get(duplicate));
        }
        return new CleanedGroup(golden, ids);
    }

    private static List<Person> persons(Path file, CsvColumns columns) {
        try (CsvPersons source = new CsvPersons(file, columns)) {
            PersonPage page = source.page(new ReadScope.Everything(), null);
            return page.persons().stream().map(sourced -> sourced.person()).toList();
        }
    }

    private CsvRewriter rewriter() {
        return new CsvRewriter(file(), COLUMNS);
    }

    private Path file() {
        return folder.resolve("persons.csv");
    }

    private Path copy() {
        return folder.resolve("cleaned.csv");
    }

    private void write(String text, Charset charset) {
        try {
            Files.write(file(), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file, Charset charset) {
        try {
            return new String(Files.readAllBytes(file), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
