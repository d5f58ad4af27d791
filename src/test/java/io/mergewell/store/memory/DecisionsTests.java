package io.mergewell.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTests {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00.123456Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasDecidedInTheOrderOfIds(Engine engine) {
        with(engine, (decisions, keptApart) -> {
            PairDecision ten = decided("10", "2", Decision.HOLD);
            PairDecision nine = decided("9", "30", Decision.APPROVE);
            PairDecision shell = decided(null, "7", Decision.REJECT);
            decisions.remember(List.of(ten, nine, shell));
            assertThat(decisions.all()).containsExactly(shell, nine, ten);
            assertThat(decisions.all(Decision.HOLD)).containsExactly(ten);
        });
    }

    @ParameterizedTest
    @EnumSource
    void putsALaterDecisionInPlaceOfAnEarlierWhicheverWasToSurvive(Engine engine) {
        with(engine, (decisions, keptApart) -> {
            decisions.remember(List.of(decided("1", "2", Decision.NOT_DUPLICATE)));
            assertThat(keptApart.pairs()).containsExactly(pair("1", "2"));
            PairDecision later = decided("2", "1", Decision.REJECT);
            decisions.remember(List.of(later));
            assertThat(decisions.all()).containsExactly(later);
            assertThat(keptApart.pairs()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoWasToldApartStaysApartFromWhoeverTheOtherWentInto(Engine engine) {
        with(engine, (decisions, keptApart) -> {
            decisions.remember(List.of(
                    decided("1", "2", Decision.NOT_DUPLICATE),
                    decided("5", "2", Decision.REJECT),
                    decided("3", "2", Decision.APPROVE)));

            decisions.follow(new PersonId("2"), new PersonId("3"));
            decisions.follow(new PersonId("3"), new PersonId("4"));
            decisions.follow(new PersonId("1"), new PersonId("6"));

            assertThat(keptApart.pairs()).containsExactly(pair("4", "6"));
            assertThat(decisions.all())
                    .containsExactly(decided("3", "2", Decision.APPROVE), decided("6", "4", Decision.NOT_DUPLICATE));
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsKeptApartFromThemselves(Engine engine) {
        with(engine, (decisions, keptApart) -> {
            decisions.remember(List.of(decided("1", "2", Decision.NOT_DUPLICATE)));
            decisions.follow(new PersonId("2"), new PersonId("1"));
            assertThat(keptApart.pairs()).isEmpty();
            assertThat(decisions.all()).isEmpty();
        });
    }

    private void with(Engine engine, BiConsumer<Decisions, KeptApart> test) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            test.accept(new Decisions(store), new KeptApart(store));
        }
    }

    private static PairDecision decided(@Nullable String survivor, String duplicate, Decision decision) {
        return new PairDecision(
                survivor == null ? null : new PersonId(survivor),
                new PersonId(duplicate),
                decision,
                "Zoë",
                "a note",
                NIGHT,
                "p1",
                "r1",
                "e1");
    }

    private static PersonPair pair(String one, String other) {
        return PersonPair.of(new PersonId(one), new PersonId(other));
    }
}
