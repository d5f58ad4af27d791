package io.mergewell.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "John Smith | john | smith",
                "  JOHN   smith | john | smith",
                "Anna | anna |",
                "Smith, John | john | smith",
                "Smith ,John A. | john a | smith",
                "O'Neil, J.P. | j p | oneil",
                "Shaquille O’Neal | shaquille | oneal",
                "J. R. R. Tolkien | j r r | tolkien",
                "Smith J.P. | j p | smith",
                "M.A. Smith | m a | smith",
                "Jean-Pierre Dupont | jean pierre | dupont",
                "Müller-Lüdenscheidt, Hans-Peter | hans peter | muller ludenscheidt",
                "John Smith 2 | john | smith",
                "Владимир Путин | vladimir | putin",
                "\uD83C\uDF89Anna\uD83C\uDF89Bell | anna | bell",
            })
    void splitsAFullNameIntoGivenAndFamily(String full, String given, @Nullable String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource({
        "Ludwig van Beethoven, ludwig, van beethoven",
        "Jan van der Berg, jan, van der berg",
        "Mohammed bin Salman, mohammed, bin salman",
        "Maria de la Cruz, maria, de la cruz",
        "Mahmoud Al-Dosari, mahmoud, al dosari",
        "Van Morrison, van, morrison",
        "Al Pacino, al, pacino",
        "'Berg, Jan van der', jan, van der berg",
        "'von Braun, Wernher', wernher, von braun",
        "'St. John, Ian', ian, st john",
    })
    void givesParticlesToTheFamily(String full, String given, String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @Test
    void takesANameThatOpensWithAParticleForAFamilyName() {
        assertThat(full("de Boer")).isEqualTo(person(null, "de boer", Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource({
        "Dr. Anna Bell, anna, bell",
        "Dr.Anna Bell, anna, bell",
        "Prof. Dr. rer. nat. Hans Meier, hans, meier",
        "Prof. Dr. h.c. Max Planck, max, planck",
        "Univ.-Prof. Dr. med. Eva Klug, eva, klug",
        "Dipl.-Ing. Karl Huber, karl, huber",
        "Dott.ssa Maria Rossi, maria, rossi",
        "Sr. Juan García, juan, garcia",
        "Mme Claire Dupont, claire, dupont",
        "John Smith PhD, john, smith",
        "'John Smith, Ph.D., M.B.A.', john, smith",
        "'John Q. Smith, M.A.', john q, smith",
        "'Smith, Mr. John', john, smith",
    })
    void dropsTitlesAndDegrees(String full, String given, String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"Herr Müller, muller", "Mr. Smith, smith", "Dr.Smith, smith", "Sig.ra Bianchi, bianchi"})
    void takesALoneNameBehindATitleForAFamilyName(String full, String family) {
        assertThat(full(full)).isEqualTo(person(null, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource({
        "Leon Mba, leon, mba",
        "Li Meng, li, meng",
        "Anna Cima, anna, cima",
        "Mo Farah, mo, farah",
        "Ing-Marie Lund, ing marie, lund",
        "Thi Do, thi, do",
        "Robert Neto, robert, neto",
        "Chun Doo-hwan, chun doo, hwan",
        "Joao Sa, joao, sa",
        "Anna Guest, anna, guest",
    })
    void leavesNamesThatLookLikeTitlesOrFirms(String full, String given, String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}, {3}")
    @CsvSource({
        "John Smith Jr., john, smith, JUNIOR",
        "'Smith, John A., Jr.', john a, smith, JUNIOR",
        "'Smith Jr., John', john, smith, JUNIOR",
        "'Smith, Jr., John', john, smith, JUNIOR",
        "'John Smith, Sr.', john, smith, SENIOR",
        "J. Smith III, j, smith, THIRD",
        "John Smith 2nd, john, smith, SECOND",
        "John Smith IV PhD, john, smith, FOURTH",
        "José da Silva Neto, jose, da silva, THIRD",
        "Paulo Souza Filho, paulo, souza, JUNIOR",
        "John Jr., john, , JUNIOR",
    })
    void recognisesGenerationsBehindAName(String full, String given, @Nullable String family, Generation generation) {
        assertThat(full(full)).isEqualTo(person(given, family, generation));
    }

    @ParameterizedTest(name = "{0} -> {1} | {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "William \"Bill\" Smith | william | smith",
                "William 'Bill' O'Neil | william | oneil",
                "John Smith (Acme) | john | smith",
                "John Smith [do not call | john | smith",
                "(John Smith) | john | smith",
                "John Smith <john@acme.com> | john | smith",
                "John Smith john@acme.com | john | smith",
                "Anna Müller geb. Schmidt | anna | muller",
            })
    void leavesOutWhatStandsBesideTheName(String full, String given, String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource({
        "王建国, jianguo, wang",
        "欧阳修, xiu, ouyang",
        "김민수, minsu, gim",
        "田中 太郎, tailang, tianzhong",
        "贝拉克·奥巴马, beilake, aobama",
    })
    void readsTheFamilyNameFirstInEastAsianScripts(String full, String given, String family) {
        assertThat(full(full)).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme GmbH",
                "Müller & Söhne",
                "Smith and Sons",
                "Rossi S.r.l.",
                "Rossi SRL",
                "Foo Sp. z o.o.",
                "ABC Ltd.",
                "Banco Azul S.A.",
                "OOO Romashka",
                "Siemens AG",
                "Accounting Department",
                "Buchhaltung",
                "Sales Team",
                "Universität Wien",
                "Acme, Inc.",
                "XY Consulting"
            })
    void recognisesCompaniesAndDepartments(String full) {
        assertThat(full(full).kind()).isEqualTo(NameKind.COMPANY);
    }

    @Test
    void keepsTheWordsOfACompany() {
        assertThat(full("The Acme & Co GmbH").family()).containsExactly("the", "acme", "co", "gmbh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test",
                "Test User",
                "TEST123 test",
                "n/a",
                "N.N.",
                "-",
                "???",
                "unknown",
                "asdf",
                "xxx",
                "no name",
                "12345",
                "anna@acme.com",
                "(anna@acme.com)",
                "Max Mustermann",
                "\uD83D\uDE00",
                "null"
            })
    void recognisesPlaceholders(String full) {
        assertThat(full(full)).isEqualTo(NameForm.PLACEHOLDER);
    }

    @Test
    void isEmptyWhereNothingIsWritten() {
        assertThat(Names.of(PersonName.NONE)).isEqualTo(NameForm.EMPTY);
    }

    static PersonName nameOf(@Nullable String full, @Nullable String first, @Nullable String last) {
        return new PersonName(full, first, last);
    }

    private static NameForm full(String full) {
        return Names.of(nameOf(full, null, null));
    }

    static NameForm person(@Nullable String given, @Nullable String family, Generation generation) {
        return new NameForm(words(given), words(family), generation, NameKind.PERSON);
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
