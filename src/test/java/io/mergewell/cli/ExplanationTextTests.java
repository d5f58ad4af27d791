package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Explanation;
import io.mergewell.match.Evidence;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTextTests {

    private static final PersonPair PAIR = PersonPair.of(new PersonId("17"), new PersonId("204"));

    @Test
    void readsAsAnAddition() {
        Explanation explanation = new Explanation(
                PAIR,
                -12.04,
                List.of(new Evidence("e-mail", "the same", 13.26), new Evidence("birth date", "differs", -0.01)),
                true,
                1.21,
                0.69834,
                null,
                true,
                true);

        assertThat(ExplanationText.of(explanation))
                .containsExactly(
                        "Persons 17 and 204: probability 0.6983 that they are one.",
                        "",
                        "  weight",
                        "   -12.0  any two records, before anything is compared",
                        "   +13.3  e-mail: the same",
                        "    +0.0  birth date: differs",
                        "    +1.2  in all (+1 makes it twice as likely, -1 half as likely)",
                        "",
                        "They are in one group.");
    }

    @Test
    void saysWhatForbidsAMerge() {
        Explanation explanation =
                new Explanation(PAIR, -12, List.of(), false, -12, 0.0002, "one is a Jr, the other a Sr", false, false);

        assertThat(ExplanationText.of(explanation))
                .endsWith(
                        "Kept apart, whatever the weight: one is a Jr, the other a Sr.",
                        "Nothing but the name speaks for them, and a merge is never proposed on a name alone.",
                        "They have no value in common that would have made a run compare them at all.",
                        "They are not in one group.");
    }
}
