package io.mergewell.review.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTests {

    private static final Evidence EMAIL = new Evidence("e-mail", "the same", 13);
    private static final Evidence FAMILY = new Evidence("family name", "the same", 8);
    private static final Evidence GIVEN = new Evidence("given name", "the same", 5);

    @Test
    void leaveOutTheUsualOrderOfANameAndKeepTheSum() {
        List<Evidence> told =
                Reasons.told(List.of(EMAIL, FAMILY, GIVEN, new Evidence("name order", "in the same order", 0.25)));

        assertThat(told).containsExactly(EMAIL, new Evidence("family name", "the same", 8.25), GIVEN);
    }

    @Test
    void tellThatNamesAreSwapped() {
        List<Evidence> evidence = List.of(FAMILY, new Evidence("name order", "swapped", -2));

        assertThat(Reasons.told(evidence)).isEqualTo(evidence);
    }

    @Test
    void dropNoWeightThatNothingCanTake() {
        List<Evidence> evidence = List.of(EMAIL, new Evidence("name order", "in the same order", 0.25));

        assertThat(Reasons.told(evidence)).isEqualTo(evidence);
    }
}
