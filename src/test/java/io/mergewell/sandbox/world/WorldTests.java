package io.mergewell.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTests {

    @Test
    void everyCompanyOfACountryHasANameAndADomainOfItsOwn() {
        for (Culture culture : Cultures.ALL) {
            Set<String> domains = new HashSet<>();
            for (int n = 0; n < 60_000; n++) {
                domains.add(culture.companies().domain(n));
            }
            assertThat(domains).as("country %s", culture.number()).hasSize(60_000);
        }
    }

    @Test
    void theFirstOfARankingComesUpMoreOftenThanTheLast() {
        Ranked<Integer> ranked = Ranked.byZipf(IntStream.range(0, 50).boxed().toList());
        Dice dice = Dice.of(1, 2);
        int[] drawn = new int[50];
        IntStream.range(0, 20_000).forEach(i -> drawn[ranked.pick(dice)]++);

        assertThat(drawn[0]).isGreaterThan(5 * drawn[49]);
        assertThat(drawn).doesNotContain(0);
    }

    @Test
    void diceStayWithinTheirBounds() {
        Dice dice = Dice.of(7, 7);

        assertThat(IntStream.range(0, 10_000)
                        .map(i -> dice.between(-3, 3))
                        .distinct()
                        .sorted())
                .containsExactly(-3, -2, -1, 0, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNATIONAL, +49 151 23456789",
        "COMPACT, +4915123456789",
        "ZEROS, 004915123456789",
        "BOTH, +49 (0) 151 23456789",
        "NATIONAL, 0151 23456789",
        "DASHES, 0151-23456789",
        "BRACKETS, (0151) 23456789",
        "DOTS, 0151.23456789",
        "BARE, 15123456789"
    })
    void aNumberIsWrittenInManyWays(PhoneNumber.Style style, String written) {
        assertThat(new PhoneNumber("49", "0", List.of("151", "23456789")).in(style))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller, Muller, Mueller",
        "Łukasz Søren, Lukasz Soren, Lukasz Soren",
        "Weiß, Weiss, Weiss",
        "Олег, Олег, Олег"
    })
    void marksAreDroppedOrSpelledOut(String name, String dropped, String spelledOut) {
        assertThat(Ascii.of(name)).isEqualTo(dropped);
        assertThat(Ascii.withUmlautsSpelledOut(name)).isEqualTo(spelledOut);
    }
}
