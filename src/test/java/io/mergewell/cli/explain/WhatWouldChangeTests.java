package io.mergewell.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Explanation;
import io.mergewell.match.Evidence;
import io.mergewell.match.Thresholds;
import io.mergewell.match.model.Calibration;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatWouldChangeTests {

    private static final Thresholds USUAL = new Thresholds(0.9, 0.999);
    private static final PersonPair PAIR = PersonPair.of(new PersonId("1"), new PersonId("2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -5 | +5.00 more to be proposed, from probability 0.9000 on; without "birth date: different" they would be.
            -9 | +9.00 more to be proposed, from probability 0.9000 on.
             2 | The two are proposed, for review. What would change it: +4.79 more to be AUTO, from probability 0.9990 on
             9 | The two are sure enough to be AUTO, if the rest of their group is
            """)
    void saysHowMuchIsMissing(double beyondReview, String sentence) {
        assertThat(said(Calibration.bits(0.9) + beyondReview, USUAL)).contains(sentence);
    }

    @Test
    void saysThatNothingIsSureEnough() {
        assertThat(said(Calibration.bits(0.9) + 20, new Thresholds(0.9, 1.1)))
                .isEqualTo("The two are proposed, for review: on these persons nothing is sure enough to be AUTO.");
    }

    @Test
    void saysThatANameAloneIsNotEnough() {
        Explanation names = explanation(-3, false, null);

        assertThat(WhatWouldChange.of(names, USUAL, null))
                .singleElement()
                .asString()
                .contains("beside the name");
    }

    @Test
    void saysThatAContradictionMayBeAMistake() {
        Explanation apart = explanation(20, true, "one is a Jr, the other a Sr");

        assertThat(WhatWouldChange.of(apart, USUAL, null))
                .singleElement()
                .asString()
                .contains("correction in the CRM");
    }

    private static String said(double bits, Thresholds thresholds) {
        return String.join("\n", WhatWouldChange.of(explanation(bits, true, null), thresholds, null));
    }

    private static Explanation explanation(double bits, boolean corroborated, @Nullable String keptApart) {
        List<Evidence> evidence =
                List.of(new Evidence("e-mail", "the same", 9), new Evidence("birth date", "different", -5.5));
        return new Explanation(
                PAIR, -12, evidence, corroborated, bits, Calibration.probability(bits), keptApart, true, false);
    }
}
