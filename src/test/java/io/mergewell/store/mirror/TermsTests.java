package io.mergewell.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.privacy.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermsTests {

    private static final Term FIELD = new Term(TermKind.FIELD, "", "f1", "Source");
    private static final Term WEB = new Term(TermKind.OPTION, "f1", "1", "Web form");
    private static final Term FAIR = new Term(TermKind.OPTION, "f1", "2", "Trade fair");
    private static final Term ADA = new Term(TermKind.OWNER, "", "1", "Ada Berg");
    private static final Term LOOMS = new Term(TermKind.ORGANISATION, "", "1", "Looms; DROP TABLE 'x' \u0130");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsNamesOverTheNight(Engine engine) {
        var settings = engine.fresh(folder);
        try (Store store = Store.open(settings, "acme")) {
            new Terms(store).replace(EnumSet.of(TermKind.FIELD, TermKind.OPTION), List.of(FIELD, WEB, FAIR));
            new Terms(store).replace(Set.of(TermKind.OWNER), List.of(ADA));
            new Terms(store).add(List.of(LOOMS));
        }

        try (Store store = Store.look(settings, "acme").orElseThrow()) {
            Vocabulary kept = new Terms(store).vocabulary();
            assertThat(kept.value("f1", "[1,2]")).isEqualTo("Web form, Trade fair");
            assertThat(kept.owner("1")).isEqualTo("Ada Berg (1)");
            assertThat(kept.label("1")).isEqualTo("1");
        }
    }

    @Test
    void forgetsAnOptionThatIsNoLongerOnTheList() {
        try (Store store = open()) {
            Terms terms = new Terms(store);
            terms.replace(EnumSet.of(TermKind.FIELD, TermKind.OPTION), List.of(FIELD, WEB, FAIR));
            terms.add(List.of(LOOMS));

            terms.replace(EnumSet.of(TermKind.FIELD, TermKind.OPTION), List.of(FIELD, WEB));

            assertThat(terms.vocabulary().value("f1", "[1,2]")).isEqualTo("Web form, 2");
            assertThat(terms.vocabulary().isEmpty()).isFalse();
        }
    }

    @Test
    void takesOverANewName() {
        try (Store store = open()) {
            Terms terms = new Terms(store);
            terms.add(List.of(ADA, LOOMS));
            terms.add(List.of(new Term(TermKind.OWNER, "", "1", "Ada Lind")));

            assertThat(terms.vocabulary().owner("1")).isEqualTo("Ada Lind (1)");
        }
    }

    /** A list that changes while it is read may tell one thing twice. */
    @ParameterizedTest
    @EnumSource
    void keepsOneOfTwoNamesForOneThing(Engine engine) {
        Term lind = new Term(TermKind.OWNER, "", "1", "Ada Lind");
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Terms terms = new Terms(store);
            terms.replace(Set.of(TermKind.OWNER), List.of(lind, ADA, ADA));

            assertThat(terms.vocabulary().owner("1")).isEqualTo("Ada Berg (1)");
        }
    }

    @Test
    void keepsTheNamesOfTwoJobsApart() {
        var settings = Engine.POSTGRES.fresh(folder);
        try (Store one = Store.open(settings, "one");
                Store other = Store.open(settings, "other")) {
            new Terms(one).add(List.of(ADA));
            assertThat(new Terms(other).vocabulary().isEmpty()).isTrue();
        }
    }

    @Test
    void goesWithTheMirror() {
        try (Store store = open()) {
            new Terms(store).add(List.of(ADA));
            new Retention(store).dropMirror();
            assertThat(new Terms(store).vocabulary().isEmpty()).isTrue();
        }
    }

    @Test
    void isNotTakenForTheNamesOfAnotherCompany() {
        Instant now = Instant.parse("2026-11-20T23:00:00Z");
        try (Store store = open()) {
            Readings readings = new Readings(store);
            readings.begin("r1", "one", false, Duration.ZERO, now);
            new Terms(store).add(List.of(ADA));
            readings.begin("r2", "one", false, Duration.ZERO, now);
            assertThat(new Terms(store).vocabulary().isEmpty()).isFalse();

            readings.begin("r3", "other", false, Duration.ZERO, now);

            assertThat(new Terms(store).vocabulary().isEmpty()).isTrue();
        }
    }

    private Store open() {
        return Store.open(Engine.H2.fresh(folder), "acme");
    }
}
