package io.mergewell.plan.draft;

import static io.mergewell.plan.draft.Drafts.BASE;
import static io.mergewell.plan.draft.Drafts.group;
import static io.mergewell.plan.draft.Drafts.only;
import static io.mergewell.plan.draft.Drafts.planner;
import static io.mergewell.plan.draft.Drafts.row;
import static io.mergewell.plan.draft.Drafts.will;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.ScoredPair;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTests {

    @Test
    void isSureOfWhatIsSafe() {
        assertThat(group(will("1").there(), will("2").email("w@x.org").there()).band())
                .isEqualTo(Band.AUTO);
    }

    @ParameterizedTest
    @CsvSource({"0.999, AUTO", "0.9989, REVIEW"})
    void goesByTheWeakestLink(double weakest, Band band) {
        Person one = will("1").there();
        Person two = will("2").there();
        Person three = will("3").there();
        List<ScoredPair> links = List.of(
                Matched.pair(one.id(), two.id(), 1),
                Matched.pair(one.id(), three.id(), 1),
                Matched.pair(two.id(), three.id(), weakest));

        PlannedGroup group = only(links, one, two, three);

        assertThat(group.band()).isEqualTo(band);
        assertThat(group.minScore()).isEqualTo(weakest);
    }

    @Test
    void isNotSureIfTwoWereNeverCompared() {
        Person one = will("1").there();
        Person two = will("2").there();
        Person three = will("3").there();

        PlannedGroup group = only(
                List.of(Matched.pair(one.id(), two.id(), 1), Matched.pair(two.id(), three.id(), 0.9995)),
                one,
                two,
                three);

        assertThat(group.band()).isEqualTo(Band.REVIEW);
        PlannedAction joined = group.actions().get(1);
        assertThat(joined.score()).isEqualTo(0.9995);
        assertThat(joined.evidence()).singleElement().satisfies(evidence -> assertThat(evidence.level())
                .isEqualTo("2 and 3 have the same"));
        assertThat(joined.cautions())
                .containsExactly("Not compared with the survivor: it is in the group because of 2.");
    }

    @Test
    void isNotSureWhereMatchingWarned() {
        Person one = will("1").there();
        Person two = will("2").there();

        PlannedGroup group = only(List.of(Matched.pair(one.id(), two.id(), 1, "A shared phone.")), one, two);

        assertThat(group.band()).isEqualTo(Band.REVIEW);
        assertThat(group.actions().get(0).cautions()).containsExactly("A shared phone.");
    }

    @Test
    void isNotSureOfALargeGroup() {
        Person[] eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> will(Integer.toString(i)).there())
                .toArray(Person[]::new);

        Plan plan = planner().plan("acme", BASE, List.of(Matched.surely(eleven)), List.of());

        assertThat(plan.groups().get(0).band()).isEqualTo(Band.REVIEW);
        assertThat(plan.groups().get(0).actions()).allSatisfy(row -> assertThat(row.cautions())
                .containsExactly("The group has 11 records, more than max-group 10."));
        assertThat(plan.notes())
                .containsExactly(
                        Drafts.BANDS,
                        "Groups with more than max-group 10 records: 1; the largest has 11. None of them"
                                + " is AUTO.");
    }

    @Test
    void isNotSureIfBirthDatesDiffer() {
        PlannedAction row = row(
                will("1").born("1971-02-03").there(),
                will("2").born("1971-03-02").there());

        assertThat(row.band()).isEqualTo(Band.REVIEW);
        assertThat(row.cautions()).containsExactly("Birth dates differ.");
        assertThat(row.conflicts()).containsExactly("birth date: 1971-02-03 kept, 1971-03-02 dropped");
        assertThat(row.valuesLost()).containsExactly("birth date: 1971-03-02");
    }

    @Test
    void isNotSureIfTwoDuplicatesBringDifferentBirthDates() {
        PlannedGroup group = group(
                will("1").there(),
                will("2").born("1971-02-03").there(),
                will("3").born("1972").there());

        assertThat(group.band()).isEqualTo(Band.REVIEW);
        assertThat(group.actions().get(1).cautions()).containsExactly("Birth dates differ.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Acme GmbH,      The name of 2 looks like an organisation's.
                    n/a,            The name of 2 is nobody's.
                    '',             2 has no name.
                    Will Smith Jr., ''
                    """)
    void isNotSureOfNamesThatAreNoPersons(String name, String caution) {
        Person other = name.isEmpty()
                ? Somebody.withId("2").email("will@acme.com").there()
                : will("2").named(name).there();

        PlannedAction row = row(will("1").there(), other);

        assertThat(row.cautions()).isEqualTo(caution.isEmpty() ? List.of() : List.of(caution));
        assertThat(row.band()).isEqualTo(caution.isEmpty() ? Band.AUTO : Band.REVIEW);
    }

    @Test
    void isNotSureOfFatherAndSon() {
        PlannedAction row = row(
                will("1").named("Will Smith Sr.").there(),
                will("2").named("Will Smith Jr.").there());

        assertThat(row.band()).isEqualTo(Band.REVIEW);
        assertThat(row.cautions()).containsExactly("Names of different generations, such as father and son.");
    }

    @Test
    void isSureAlthoughAJobTitleIsMisspelt() {
        PlannedAction row = row(
                will("1").working("Sales Manager").there(),
                will("2").working("Sales Mangaer").there());

        assertThat(row.band()).isEqualTo(Band.AUTO);
        assertThat(row.valuesLost()).containsExactly("job title: Sales Mangaer");
    }

    @Test
    void isNotSureIfAFieldOfTheCustomersWouldBeLost() {
        PlannedAction row = row(
                will("1").with("tier", "A").there(), will("2").with("tier", "B").there());

        assertThat(row.band()).isEqualTo(Band.REVIEW);
        assertThat(row.valuesLost()).containsExactly("custom.tier: B");
        assertThat(row.conflicts()).containsExactly("custom.tier: A kept, B dropped");
    }

    @Test
    void isSureAlthoughANicknameAndAnOwnerGo() {
        PlannedAction row = row(
                will("1").ownedBy("11").there(),
                will("2").named("William Smith").ownedBy("12").there());

        assertThat(row.band()).isEqualTo(Band.AUTO);
        assertThat(row.conflicts())
                .containsExactly("name: Will Smith kept, William Smith dropped", "owner: 11 kept, 12 dropped");
        assertThat(row.valuesLost()).containsExactly("name: William Smith");
    }

    @ParameterizedTest
    @CsvSource({"Sarah Bown, Sarah Brown, REVIEW", "Sarah Brown, SARAH BROWN, AUTO", "S. Brown, Sarah Brown, REVIEW"})
    void isNotSureWhichOfTwoSpellingsShouldStay(String kept, String dropped, Band band) {
        PlannedAction row = row(
                will("1").named(kept).added("2020-01-01").there(),
                will("2").named(dropped).there());

        assertThat(row.band()).isEqualTo(band);
        assertThat(row.cautions())
                .isEqualTo(
                        band == Band.AUTO
                                ? List.of()
                                : List.of("The names are spelt differently: see which of the two should stay."));
    }

    @ParameterizedTest
    @CsvSource({"1, REVIEW", "2, AUTO", ", AUTO"})
    void isSureOfTwoSpellingsUnlessTheMisspeltOneStays(@Nullable String misspelt, Band band) {
        Person one = will("1").added("2020-01-01").there();
        Person two = will("2").named("Will Simth").there();

        PlannedGroup group = only(
                List.of(Matched.misspelt(one.id(), two.id(), misspelt == null ? null : new PersonId(misspelt))),
                one,
                two);

        assertThat(group.band()).isEqualTo(band);
    }

    @Test
    void letsTheRightSpellingSurviveWhereNoRuleDecides() {
        Person one = will("1").named("Will Simth").there();
        Person two = will("2").there();

        PlannedGroup group = only(List.of(Matched.misspelt(one.id(), two.id(), one.id())), one, two);

        assertThat(group.survivor()).isEqualTo(two.id());
        assertThat(group.band()).isEqualTo(Band.AUTO);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    12 Harbour Street Kimberley, 4814, Bittern, 12 Harbour St,    4814, Bittern,  AUTO
                    12 Harbour Street,           4814, Bittern, Bittern,          4814, Bittern,  AUTO
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street,4184, Bittern,  AUTO
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street,4184, Sydney,   REVIEW
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street,4914, Bitern,   AUTO
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street,4999, Bittern,  AUTO
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street,4814, Sydney,   AUTO
                    12 Harbour Street,           4814, Bittern, 14 Harbour Street,4999, Bittern,  REVIEW
                    12 Harbour Street,           4814, Bittern, 14 Harbour Street,4814, Bittern,  REVIEW
                    12 Harbour Street,           4814, Bittern, 12 Harbour Street Flat 3,4814, Bittern, REVIEW
                    """)
    void isSureAlthoughAnAddressIsWrittenOtherwise(
            String street, String postcode, String city, String street2, String postcode2, String city2, Band band) {
        PlannedAction row = row(
                will("1")
                        .added("2020-01-01")
                        .living(street, postcode, city, null)
                        .there(),
                will("2").living(street2, postcode2, city2, null).there());

        assertThat(row.band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"Acme GmbH, Acme, AUTO", "Acme GmbH, ACME Inc., AUTO", "Acme GmbH, Globex GmbH, REVIEW"})
    void isSureAlthoughALegalFormGoes(String kept, String dropped, Band band) {
        PlannedAction row = row(
                will("1").added("2020-01-01").at(null, kept).there(),
                will("2").at(null, dropped).there());

        assertThat(row.band()).isEqualTo(band);
    }

    @Test
    void isNotSureOfUnitedContactsThatNobodyCanCheck() {
        Planner planner = planner(PlanSettings.DEFAULTS, new Capabilities(true, false, true));

        PlannedGroup group =
                only(planner, will("1").there(), will("2").email("w@x.org").there());

        assertThat(group.band()).isEqualTo(Band.REVIEW);
    }
}
