package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.approved.RowEnd;
import io.mergewell.cluster.Group;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import io.mergewell.review.page.RowOutcome;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import io.mergewell.store.memory.Decisions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of rows that were handed in. */
class OutcomesTests {

    private static final Instant NIGHT = Instant.parse("2026-11-21T23:00:00Z");

    private final Plan plan = plan();
    private final PlannedGroup group = plan.groups().get(0);
    private final PlannedAction action = group.actions().get(0);

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(Engine.H2.fresh(folder), "acme");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areNoneWhereNothingWasHandedIn() {
        new Decisions(store).remember(List.of(decided(Decision.HOLD)));

        assertThat(new Outcomes(store).of(plan)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            APPLIED   | ''                           | applied    | 2 went into 1.
            APPLIED   | A phone is missing.          | applied    | 2 went into 1. A phone is missing.
            APPROVED  | ''                           | waiting    | Approved, and not done yet: the next apply goes on with it.
            UNKNOWN   | No answer came.              | in doubt   | No answer came. The next apply looks again what became of it.
            CONFLICT  | Its name was changed.        | conflict   | Its name was changed. A new dry run shows it as it is now.
            REJECTED  | It is locked.                | refused    | The CRM refused it. It is locked.
            WITHDRAWN | Its survivor has a new name. | taken back | Its survivor has a new name.
            """)
    void sayHowEachRowEnded(RowState state, String reason, String word, String says) {
        settle(state, reason);

        assertThat(new Outcomes(store).of(plan)).isEqualTo(Map.of(action.rowKey(), new RowOutcome(word, says)));
    }

    @ParameterizedTest
    @CsvSource({"HOLD, ''", "REJECT, rejected"})
    void leaveTheLastWordToTheDecisionThatTookAnApprovalBack(Decision later, String word) {
        settle(RowState.WITHDRAWN, RowEnd.WITHDRAWN.reason());
        new Decisions(store).remember(List.of(decided(later)));

        assertThat(new Outcomes(store).of(plan).values())
                .extracting(RowOutcome::word)
                .isEqualTo(word.isEmpty() ? List.of() : List.of(word));
    }

    @ParameterizedTest
    @CsvSource({"REJECT, rejected", "NOT_DUPLICATE, not a duplicate"})
    void sayWhatIsRemembered(Decision decision, String word) {
        new Decisions(store).remember(List.of(decided(decision)));

        assertThat(new Outcomes(store).of(plan).get(action.rowKey()).word()).isEqualTo(word);
    }

    private void settle(RowState state, String reason) {
        Ledger ledger = new Ledger(store);
        LedgerRow row = LedgerRow.approved(
                action.rowKey(), plan.id(), group.id(), ActionKind.MERGE, new PersonId("2"), new PersonId("1"), "", "");
        store.write(() -> {
            ledger.approve(group, List.of(row), true, NIGHT);
            ledger.settle(row, state, reason, false, "run", NIGHT);
        });
    }

    private PairDecision decided(Decision decision) {
        return new PairDecision(
                new PersonId("1"), new PersonId("2"), decision, "", "", NIGHT, plan.id(), action.rowKey(), "");
    }

    private static Plan plan() {
        List<Person> persons = Stream.of("1", "2")
                .map(id -> Somebody.withId(id)
                        .named("Will Smith")
                        .email(id + "@acme.com")
                        .there())
                .toList();
        Group group = new Group(persons.stream().map(Person::id).toList(), List.of());
        return new Planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING, new Thresholds(0.9, 0.999), "US")
                .plan("acme", 100, List.of(new MatchedGroup(group, persons, Set.of())), List.of());
    }
}
