package io.mergewell.apply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Decision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.review.decided.Problem;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.memory.KeptApart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTests {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takesWhatWasDecidedAndNothingElse() {
        Sheet sheet = desk.report(
                new PlanOf().group("1", "2", "3", "4").group("5", "6").shell("7"));
        sheet.decide("2", "approve").decide("3", "HOLD").decide("7", "APPROVE");
        sheet.set(sheet.rowOf("3"), "note", "ask first").set(sheet.rowOf("3"), "reviewer", "Zoë");
        sheet.set(sheet.rowOf("2"), "survivor_id", "999").set(sheet.rowOf("2"), "action", "DELETE");

        AdmittedReview review = desk.handIn(sheet);

        assertThat(review.groups()).hasSize(2);
        AdmittedGroup group = review.groups().get(0);
        assertThat(ids(group.approved())).containsExactly("2");
        assertThat(group.approved().get(0).kind()).isEqualTo(ActionKind.MERGE);
        assertThat(group.survivor()).isEqualTo(new PersonId("1"));
        assertThat(group.others())
                .extracting(RowDecision::decision, RowDecision::note, RowDecision::reviewer)
                .containsExactly(Tuple.tuple(Decision.HOLD, "ask first", "Zoë"));
        assertThat(ids(review.groups().get(1).approved())).containsExactly("7");
        assertThat(review.contradictions()).isEmpty();
    }

    @Test
    void anOverrideHoldsForItsGroupAndTheRowItNamesStandsForTheOldSurvivor() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2", "3"));
        sheet.decide("2", "APPROVE").decide("3", "APPROVE").set(sheet.rowOf("3"), "override_survivor_id", "'2");

        AdmittedGroup group = desk.handIn(sheet).groups().get(0);

        assertThat(group.survivor()).isEqualTo(new PersonId("2"));
        assertThat(group.approved())
                .extracting(row -> row.duplicate() + ": " + group.absorbed(row) + " goes")
                .containsExactly("2: 1 goes", "3: 3 goes");
    }

    @Test
    void anOverrideThatNamesThePlannedSurvivorIsNone() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2"));
        sheet.decide("2", "APPROVE").set(1, "override_survivor_id", "1");
        assertThat(desk.handIn(sheet).groups().get(0).overrideSurvivor()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            2 override_survivor_id 9        => line 2: override_survivor_id is of nobody in group
            2 override_survivor_id 2.0E+00  => line 2: override_survivor_id is of nobody in group
            2 override_survivor_id 5        => line 2: override_survivor_id is of nobody in group
            7 override_survivor_id 7        => an empty record has no survivor to override
            7 decision NOT_DUPLICATE        => an empty record is nobody's duplicate
            9 decision APPROVE              => action NONE is for reading
            9 override_survivor_id 9        => action NONE is for reading
            2 row_key r0123456789abcdef     => line 2: this row_key is not one of plan
            """)
    void refusesWhatDoesNotFitThePlan(String change, String sentence) {
        Sheet sheet = desk.report(
                new PlanOf().group("1", "2", "3").group("5", "6").shell("7").group(ActionKind.NONE, "8", "9"));
        String[] words = change.split(" ");
        sheet.decide("3", "APPROVE").set(sheet.rowOf(words[0]), words[1], words[2]);
        assertThatThrownBy(() -> desk.handIn(sheet))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesTwoOverridesInOneGroup() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2", "3").group("5", "6"));
        sheet.set(sheet.rowOf("2"), "override_survivor_id", "2").set(sheet.rowOf("3"), "override_survivor_id", "3");
        sheet.set(sheet.rowOf("6"), "row_key", "r6");
        assertThatThrownBy(() -> desk.handIn(sheet))
                .hasMessageContaining("line 3: override_survivor_id is another than that of the same group in line 2.")
                .hasMessageContaining("line 4: this row_key is not one of plan");
    }

    @Test
    void namesInOneGoWhatIsWrongInTheFileAndWhatDoesNotFitThePlan() {
        Sheet sheet =
                desk.report(new PlanOf().group("1", "2", "3").group("5", "6").group("8", "9"));
        sheet.decide("2", "YES").set(sheet.rowOf("2"), "override_survivor_id", "9");
        sheet.set(sheet.rowOf("3"), "row_key", "");
        sheet.decide("6", "APPROVE").set(sheet.rowOf("6"), "row_key", "r6");
        sheet.set(sheet.rowOf("9"), "plan_id", "p0123456789abcdef");

        assertThat(desk.refusal(sheet).problems().stream().map(Problem::toString))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("line 2: the decision must be"),
                        problem -> assertThat(problem).startsWith("line 2: override_survivor_id is of nobody in group"),
                        problem -> assertThat(problem).startsWith("line 3: there is no row_key"),
                        problem -> assertThat(problem).startsWith("line 4: this row_key is not one of plan"),
                        problem -> assertThat(problem).startsWith("line 5: the plan_id is not the one"));
    }

    @Test
    void saysAlsoThatThePlanOfAFileWithMistakesIsGone() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2")).decide("2", "YES");
        desk.wait(Duration.ofDays(15));

        assertThat(desk.refusal(sheet).problems().stream().map(Problem::toString))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("Its plan is older than"),
                        problem -> assertThat(problem).startsWith("line 2: the decision must be"));
    }

    @Test
    void refusesAPlanThatIsTooOld() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE");
        desk.wait(Duration.ofDays(14).minusHours(1).minusSeconds(1));
        assertThat(desk.handIn(sheet).groups()).hasSize(1);
        desk.wait(Duration.ofSeconds(1));
        assertThatThrownBy(() -> desk.handIn(sheet)).hasMessageContaining("Its plan is older than 14 days");
    }

    @Test
    void refusesAPlanThatIsNotThisJobs() {
        Sheet sheet = desk.report(new PlanOf().group("1", "2")).set(1, "plan_id", "p0123456789abcdef");
        assertThatThrownBy(() -> desk.handIn(sheet)).hasMessageContaining("of no plan that this job has");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE mergewell_planned_group SET planned = REPLACE(planned, 'Zora 2', 'Zora 3')",
                "UPDATE mergewell_planned_group SET planned = '{'",
                "UPDATE mergewell_plan SET persons = 7"
            })
    void refusesAPlanThatWasDamaged(String damage) {
        Sheet sheet = desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE");
        desk.store().jdbc().update(damage);
        assertThatThrownBy(() -> desk.handIn(sheet))
                .isInstanceOf(RefusedReviewException.class)
                .hasMessageContaining("Run the dry run again to make a new plan");
    }

    /** Its own digest tells, even if somebody made the store believe it. */
    @Test
    void refusesAPlanThatIsNotTheOneItsIdSays() {
        Plan plan = new PlanOf().group("1", "2").frozen();
        Plan other = new Plan(
                plan.id(),
                plan.digest(),
                "acme",
                100,
                new PlanOf().group("1", "3").frozen().groups(),
                List.of());
        Sheet sheet = desk.report(other, Desk.NIGHT).decide("3", "APPROVE");
        assertThatThrownBy(() -> desk.handIn(sheet)).hasMessageContaining("is not the one that was reported");
    }

    @ParameterizedTest
    @CsvSource({
        // kept apart before, decisions on 2, 3 and 4, override, whose rows are applied
        "'',   APPROVE, NOT_DUPLICATE, '',      '', 2",
        "'2 3', APPROVE, APPROVE,       '',      '', ''",
        "'2 3', APPROVE, NOT_DUPLICATE, APPROVE, '', '2 4'",
        "'1 2', APPROVE, '',            '',      '', ''",
        "'1 2', '',      APPROVE,       APPROVE, '', '3 4'",
        "'8 9', APPROVE, APPROVE,       '',      '', '2 3'",
        "'',   APPROVE, NOT_DUPLICATE, '',      3,  ''",
        "'',   APPROVE, NOT_DUPLICATE, '',      2,  2",
        "'3 4', APPROVE, APPROVE,       '',      4,  ''"
    })
    void appliesNothingOfAGroupWhoseDecisionsContradictEachOther(
            String apart, String two, String three, String four, String override, String applied) {
        if (!apart.isEmpty()) {
            String[] ids = apart.split(" ");
            new KeptApart(desk.store()).add(PersonPair.of(new PersonId(ids[0]), new PersonId(ids[1])), Desk.NIGHT);
        }
        Sheet sheet = desk.report(new PlanOf().group("1", "2", "3", "4"));
        sheet.decide("2", two).decide("3", three).decide("4", four).set(1, "override_survivor_id", override);

        AdmittedReview review = desk.handIn(sheet);

        assertThat(String.join(" ", ids(review.groups().get(0).approved()))).isEqualTo(applied);
        assertThat(review.contradictions().isEmpty()).isEqualTo(!applied.isEmpty());
    }

    @Test
    void seesContradictionsThatCameLater() {
        PersonPair pair = PersonPair.of(new PersonId("1"), new PersonId("2"));
        AdmittedReview review =
                desk.handIn(desk.report(new PlanOf().group("1", "2")).decide("2", "APPROVE"));
        KeptApart keptApart = new KeptApart(desk.store());

        keptApart.add(pair, Desk.NIGHT);
        AdmittedReview contradicted = desk.lookAgainAt(review);
        keptApart.remove(pair);

        assertThat(contradicted.groups().get(0).approved()).isEmpty();
        assertThat(desk.lookAgainAt(contradicted)).isEqualTo(review);
    }

    private static List<String> ids(List<PlannedAction> rows) {
        return rows.stream().map(row -> row.duplicate().value()).toList();
    }
}
