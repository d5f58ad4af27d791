package io.mergewell.plan.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mergewell.match.Evidence;
import io.mergewell.person.Person;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanDigest;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    private static final String SOURCE = "e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a";

    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(
            new Term(TermKind.FIELD, "", SOURCE, "Source"),
            new Term(TermKind.OPTION, SOURCE, "1", "Web form"),
            new Term(TermKind.OPTION, SOURCE, "2", "Fair: kept, mine"),
            new Term(TermKind.LABEL, "", "3", "Customer"),
            new Term(TermKind.OWNER, "", "5", "Ada Berg"),
            new Term(TermKind.OWNER, "", "6", "Bo Lind"),
            new Term(TermKind.ORGANISATION, "", "12", "Analytical Ltd")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            custom.e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a: 1                  | Source: Web form
            custom.e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a: 1 kept, 2 dropped  | Source: Web form kept, Fair: kept, mine dropped
            custom.e27b94c06a5f1d83b70e4c9f8a21d65307fb3e9a: [1,7]              | Source: Web form, 7
            custom.vat: 1 kept, 2 dropped                                       | custom.vat: 1 kept, 2 dropped
            label: 3                                                            | label: Customer
            owner: 5 kept, 6 dropped                                            | owner: Ada Berg (5) kept, Bo Lind (6) dropped
            owner: 5 kept, 9 dropped                                            | owner: Ada Berg (5) kept, 9 dropped
            organisation: no. 12                                                | organisation: Analytical Ltd (12)
            organisation: no. 12 kept, no. 13 dropped                           | organisation: Analytical Ltd (12) kept, no. 13 dropped
            organisation: Engines (12) kept, Looms (13) dropped                 | organisation: Engines (12) kept, Looms (13) dropped
            job title: 5 kept, 6 dropped                                        | job title: 5 kept, 6 dropped
            name: he kept, she dropped it                                       | name: he kept, she dropped it
            Birth dates differ.                                                 | Birth dates differ.
            """)
    void saysWhatIsKeptAndLostByNames(String planned, String said) {
        assertThat(new Wording(VOCABULARY).of(List.of(planned))).containsExactly(said);
    }

    @Test
    void showsRecordsReasonsAndRowsByNames() {
        Plan shown = new Wording(VOCABULARY).of(plan());

        PlannedGroup group = shown.groups().get(0);
        assertThat(group.members())
                .extracting(member -> member.custom().get("Source"))
                .containsExactly("Web form", "Fair: kept, mine");
        assertThat(group.golden()).isEqualTo(group.members().get(0));
        PlannedAction row = group.actions().get(0);
        assertThat(row.evidence()).containsExactly(new Evidence("Source", "different", -1));
        assertThat(row.conflicts()).containsExactly("owner: Ada Berg (5) kept, Bo Lind (6) dropped");
        assertThat(row.valuesGained()).containsExactly("label: Customer");
        assertThat(row.valuesLost()).containsExactly("Source: Fair: kept, mine");
        assertThat(row.cautions()).containsExactly("Source is rare.");
    }

    @Test
    void changesNothingThatDecidesOrIdentifies() {
        Plan plan = plan();
        Plan shown = new Wording(VOCABULARY).of(plan);

        assertThat(PlanDigest.of(plan)).isEqualTo(plan.digest());
        assertThat(List.of(shown.id(), shown.digest())).containsExactly(plan.id(), plan.digest());
        PlannedGroup group = shown.groups().get(0);
        PlannedGroup before = plan.groups().get(0);
        assertThat(group.id()).isEqualTo(before.id());
        assertThat(group.fingerprints()).isEqualTo(before.fingerprints());
        assertThat(group.actions())
                .extracting(PlannedAction::rowKey, PlannedAction::score, PlannedAction::band)
                .isEqualTo(before.actions().stream()
                        .map(row -> tuple(row.rowKey(), row.score(), row.band()))
                        .toList());
    }

    @Test
    void isThePlanItselfWhereNoNameIsKnown() {
        Plan plan = plan();
        assertThat(Wording.NONE.of(plan)).isSameAs(plan);
    }

    private static Plan plan() {
        Person survivor = Somebody.withId("1").ownedBy("5").with(SOURCE, "1").there();
        Person duplicate = Somebody.withId("2")
                .ownedBy("6")
                .labelled("3")
                .with(SOURCE, "2")
                .there();
        PlannedAction row = new PlannedAction(
                "r1",
                ActionKind.MERGE,
                Band.REVIEW,
                0.9,
                duplicate.id(),
                List.of(new Evidence("custom." + SOURCE, "different", -1)),
                List.of("custom." + SOURCE + " is rare."),
                List.of("owner: 5 kept, 6 dropped"),
                List.of("label: 3"),
                List.of("custom." + SOURCE + ": 2"));
        PlannedGroup group = new PlannedGroup(
                "g1",
                List.of(survivor, duplicate),
                new TreeMap<>(
                        Map.of(survivor.id(), Fingerprint.of(survivor), duplicate.id(), Fingerprint.of(duplicate))),
                survivor.id(),
                "oldest",
                survivor,
                0.9,
                List.of(row));
        return Plan.frozen("acme", 2, List.of(group), List.of());
    }
}
