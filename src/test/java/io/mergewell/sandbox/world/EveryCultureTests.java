package io.mergewell.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EveryCultureTests {

    private static final int DRAWN = 20_000;

    /** One country with few names would make most of the namesakes of the whole world. */
    @Test
    void noCountryHasFewNamesInALargePopulation() {
        NameSpread spread = NameSpread.of(1_000_000);
        for (Culture culture : Cultures.ALL) {
            Map<String, Integer> counts = new HashMap<>();
            Dice dice = Dice.of(culture.number(), 3);
            for (int i = 0; i < DRAWN; i++) {
                String name =
                        culture.names().given(dice, dice.chance(500), spread).inLatin() + " "
                                + culture.names().family(dice, spread).inLatin();
                counts.merge(name, 1, Integer::sum);
            }
            double collisions = counts.values().stream()
                    .mapToDouble(count -> count * (count - 1.0) / ((double) DRAWN * (DRAWN - 1)))
                    .sum();
            assertThat(collisions).as("country %s", culture.number()).isLessThan(1.5e-4);
        }
    }
}
