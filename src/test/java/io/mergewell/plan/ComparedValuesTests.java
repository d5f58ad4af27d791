package io.mergewell.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.LinkKind;
import io.mergewell.person.Person;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparedValuesTests {

    private static final ComparedValues VALUES = new ComparedValues(
            new MatchSettings("US", null, null, null, new TreeMap<>(Map.of("custom.birthplace", FieldKind.TEXT))));

    private static final Person OTHER = Somebody.withId("2").named("Will Smith").there();

    @Test
    void isTheSameWhicheverIsNamedFirst() {
        Person one = will().there();
        assertThat(VALUES.digest(one, OTHER))
                .isEqualTo(VALUES.digest(OTHER, one))
                .hasSize(64);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void changesOnlyWithWhatIsCompared(String what, boolean changes, UnaryOperator<Somebody> change) {
        Person before = will().there();
        Person after = change.apply(will()).there();
        assertThat(!VALUES.digest(before, OTHER).equals(VALUES.digest(after, OTHER)))
                .as(what)
                .isEqualTo(changes);
        assertThat(!VALUES.digest(before).equals(VALUES.digest(after))).as(what).isEqualTo(changes);
    }

    static Stream<Arguments> changesOnlyWithWhatIsCompared() {
        return Stream.of(
                change("another spelling", false, will -> will.named("SMITH, Will")),
                change("the same number again", false, will -> will.phone("(415) 555-0132")),
                change("an owner", false, will -> will.ownedBy("7")),
                change("a label", false, will -> will.labelled("hot")),
                change("a deal", false, will -> will.linked(LinkKind.DEALS, 3)),
                change("an update", false, will -> will.updated("2026-11-20")),
                change("a field nobody compares", false, will -> will.with("shoe", "44")),
                change("a name", true, will -> will.named("William Smith")),
                change("an address", true, will -> will.email("will@example.com")),
                change("a number", true, will -> will.phone("+1 415 555 0199")),
                change("a birthday", true, will -> will.born("1971-02-03")),
                change("a street", true, will -> will.living("1 Main St", null, null, null)),
                change("a city", true, will -> will.living(null, null, "Rome", null)),
                change("a firm", true, will -> will.at(null, "Acme")),
                change("a title", true, will -> will.working("Buyer")),
                change("a field that is compared", true, will -> will.with("birthplace", "Rome")));
    }

    private static Arguments change(String what, boolean changes, UnaryOperator<Somebody> change) {
        return Arguments.of(what, changes, change);
    }

    private static Somebody will() {
        return Somebody.withId("1").named("Will Smith").phone("+1 415 555 0132");
    }
}
