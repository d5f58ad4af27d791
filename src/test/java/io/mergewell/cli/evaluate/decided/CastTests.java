package io.mergewell.cli.evaluate.decided;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Somebody;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastTests {

    private final Person ada = Somebody.withId("1").named("Ada Lovelace").there();
    private final Person adaMarried =
            Somebody.withId("1").named("Ada King").email("ada@ockham.org").there();
    private final Person again = Somebody.withId("2").named("A. Lovelace").there();
    private final Person third = Somebody.withId("3").named("Ada Byron").there();

    @Test
    void holdsAPersonOfTwoCasesOnceAsLongAsItsValuesAreTheSame() {
        Cast cast = cast(one(ada, again), one(ada, third));

        assertThat(cast.records().values()).extracting(Person::id).containsExactly(ada.id(), again.id(), third.id());
    }

    @Test
    void holdsAPersonOnceMoreForEachOfItsOlderVersions() {
        Cast cast = cast(one(adaMarried, third), one(ada, again));

        assertThat(cast.records()).hasSize(4);
        assertThat(cast.idOf(adaMarried)).isEqualTo(ada.id());
        PersonId older = cast.idOf(ada);
        assertThat(older).isNotEqualTo(ada.id());
        assertThat(cast.records().get(older)).satisfies(person -> {
            assertThat(person.id()).isEqualTo(older);
            assertThat(person.name()).isEqualTo(ada.name());
        });
    }

    @Test
    void replacesThoseOfTheMirrorWhoAreInACaseAndNobodyElse() {
        Cast cast = cast(one(ada, again));

        assertThat(cast.replaces(ada.id())).isTrue();
        assertThat(cast.replaces(third.id())).isFalse();
    }

    private static Cast cast(DecidedCase... cases) {
        return new Cast(MatchSettings.DEFAULTS, List.of(cases));
    }

    private static DecidedCase one(Person survivor, Person duplicate) {
        PairDecision decision =
                new PairDecision(survivor.id(), duplicate.id(), Decision.APPROVE, "", "", Instant.EPOCH, "", "", "");
        return new DecidedCase(decision, survivor, duplicate);
    }
}
