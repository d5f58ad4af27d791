package io.mergewell.normalise;

import static io.mergewell.normalise.NamesTests.nameOf;
import static io.mergewell.normalise.NamesTests.person;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTests {

    @ParameterizedTest(name = "{0} | {1} -> {2} | {3}")
    @CsvSource({
        "John, Smith, john, smith",
        "Dr. Anna, Müller, anna, muller",
        "John, 'Smith, PhD', john, smith",
        "Anna, Müller Dr., anna, muller",
        "J.P., Morgan, j p, morgan",
        "Jan van der, Berg, jan, van der berg",
        "'Smith, John', Smith, john, smith",
        "John Smith, Smith, john, smith",
        "John, John Smith, john, smith",
        "John Smith, John Smith, john, smith",
        "Smith, Smith, smith, smith",
        "Na, Li, na, li",
        "João, Sá, joao, sa",
        "Luis, Neto, luis, neto",
        "建国, 王, jianguo, wang",
    })
    void usesFirstAndLastName(String first, String last, String given, String family) {
        assertThat(Names.of(nameOf("Somebody Else", first, last))).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} | {1} -> {2} | {3}, {4}")
    @CsvSource({
        "John, Smith Jr, john, smith, JUNIOR",
        "John, 'Smith, Sr.', john, smith, SENIOR",
        "John Jr., Smith, john, smith, JUNIOR",
        "John Smith, Jr., john, smith, JUNIOR",
        "John, Smith Junior, john, smith, JUNIOR",
        "João, Souza Neto, joao, souza, THIRD",
    })
    void recognisesGenerationsInEitherField(
            String first, String last, String given, String family, Generation generation) {
        assertThat(Names.of(nameOf(null, first, last))).isEqualTo(person(given, family, generation));
    }

    @ParameterizedTest(name = "{0} | {1} -> {2} | {3}")
    @CsvSource({
        "John, , john,",
        "John Smith, , john, smith",
        "'Smith, John', , john, smith",
        ", van der Berg, , van der berg",
        ", 'Smith, John', john, smith",
        "n/a, Smith, , smith",
        "John, unknown, john,",
        "Mr, Smith, , smith",
        "., Smith, , smith",
    })
    void readsOneFieldWhereTheOtherSaysNothing(
            @Nullable String first, @Nullable String last, @Nullable String given, @Nullable String family) {
        assertThat(Names.of(nameOf(null, first, last))).isEqualTo(person(given, family, Generation.NONE));
    }

    @ParameterizedTest(name = "{0} | {1} -> {2}")
    @CsvSource({
        "Acme, GmbH, COMPANY",
        "Sales, Department, COMPANY",
        "Test, Person, PLACEHOLDER",
        "-, -, PLACEHOLDER",
        "First Name, Last Name, PLACEHOLDER",
        "Guest, n/a, PLACEHOLDER",
        "John, Guest, PERSON",
    })
    void judgesBothFieldsTogether(String first, String last, NameKind kind) {
        assertThat(Names.of(nameOf(null, first, last)).kind()).isEqualTo(kind);
    }

    @Test
    void usesTheFullNameOnlyWhereBothPartsAreAbsent() {
        assertThat(Names.of(nameOf("John Smith", null, null))).isEqualTo(person("john", "smith", Generation.NONE));
    }
}
