package io.mergewell.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Group;
import io.mergewell.match.Evidence;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.model.Calibration;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTextTests {

    private static final PersonPair PAIR = PersonPair.of(new PersonId("17"), new PersonId("204"));
    private static final List<Evidence> NAMES_AGREE = List.of(new Evidence("family name", "the same", 4));

    @Test
    void readsAsAnAddition() {
        Explanation explanation = new Explanation(
                PAIR,
                -12.04,
                List.of(new Evidence("e-mail", "the same", 13.26), new Evidence("birth date", "differs", -0.01)),
                true,
                1.21,
                0.94874,
                null,
                true,
                true);

        assertThat(ExplanationText.of(explanation, List.of()))
                .containsExactly(
                        "Persons 17 and 204: probability 0.9487 that they are one.",
                        "",
                        "  weight",
                        "   -12.04  any two records, before anything is compared",
                        "   +13.26  e-mail: the same",
                        "    -0.01  birth date: differs",
                        "    +3.00  calibration: measured on public labelled lists, see docs/matching.md",
                        "    +4.21  in all; probability 0.9487 = 1 / (1 + 2^-weight)",
                        "           (+1 makes it twice as likely, -1 half as likely)",
                        "",
                        "They are in one group.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | two of one household or one workplace would agree in that, too
                    false | a name alone never weighs more
                    """)
    void addsUpToWhatIsPrinted(boolean corroborated, String why) {
        Explanation explanation = new Explanation(
                PAIR,
                -12.342,
                List.of(
                        new Evidence("given name", "the same", 4.034),
                        new Evidence("phone", "the same", 9.144),
                        new Evidence("name order", "in the same order", 0.004)),
                corroborated,
                -4,
                Calibration.probability(-4),
                null,
                true,
                false);

        List<String> weights = ExplanationText.of(explanation, List.of()).stream()
                .filter(line -> line.matches(" +[+-][0-9.]+  .*"))
                .toList();

        assertThat(weights).contains("    -4.84  " + why);
        double printed = weights.stream()
                .limit(weights.size() - 1L)
                .mapToDouble(ExplanationTextTests::weight)
                .sum();
        double total = weight(weights.get(weights.size() - 1));
        assertThat(printed).isEqualTo(total, within(1e-9));
        assertThat(1 / (1 + Math.pow(2, -total))).isEqualTo(Calibration.probability(-4), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 60, 2_000})
    void neverCallsAPairCertain(double bits) {
        Explanation explanation =
                new Explanation(PAIR, bits, List.of(), true, bits, Calibration.probability(bits), null, true, true);

        assertThat(String.join("\n", ExplanationText.of(explanation, List.of())))
                .contains("probability 0.9999 that")
                .doesNotContain("1.0000");
    }

    private static double weight(String line) {
        return Double.parseDouble(line.strip().split(" ", 2)[0]);
    }

    @Test
    void saysWhatForbidsAMerge() {
        Explanation explanation = new Explanation(
                PAIR, -12, NAMES_AGREE, false, -12, 0.0002, "one is a Jr, the other a Sr", false, false);

        assertThat(ExplanationText.of(explanation, List.of()))
                .endsWith(
                        "Kept apart, whatever the weight: one is a Jr, the other a Sr.",
                        "Nothing but the name speaks for them, and a merge is never proposed on a name alone.",
                        "They have no value in common that would have made a run compare them at all.",
                        "They are not in one group.");
    }

    @Test
    void saysThroughWhomTwoAreInOneGroup() {
        PersonId third = new PersonId("311");
        Group group = new Group(
                List.of(PAIR.first(), PAIR.second(), third),
                List.of(link(PAIR.first(), third, 0.99871), link(PAIR.second(), third, 0.9912)));

        assertThat(ExplanationText.of(explained(NAMES_AGREE, 0.01), List.of(group)))
                .endsWith(
                        "Nothing but the name speaks for these two by themselves.",
                        "They are in one group through others: 17 and 311 have 0.9987, 204 and 311 have 0.9912.");
        assertThat(ExplanationText.of(explained(NAMES_AGREE, 0.9990), List.of(group)))
                .endsWith("They are in one group.");
    }

    @Test
    void doesNotSayThatANameSpeaksForThemWhenItDoesNot() {
        List<Evidence> differ = List.of(new Evidence("given name", "different", -5));

        assertThat(ExplanationText.of(explained(differ, 0.0001), List.of()))
                .contains("Nothing that would do for a merge speaks for these two by themselves.")
                .noneMatch(line -> line.contains("Nothing but the name") || line.contains("a name alone"));
    }

    private static Explanation explained(List<Evidence> evidence, double probability) {
        return new Explanation(PAIR, -12, evidence, false, -9, probability, null, true, true);
    }

    private static ScoredPair link(PersonId one, PersonId other, double probability) {
        return new ScoredPair(PersonPair.of(one, other), 10, probability, List.of(), List.of(), null);
    }
}
