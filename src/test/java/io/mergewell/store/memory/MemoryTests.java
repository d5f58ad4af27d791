package io.mergewell.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.match.Evidence;
import io.mergewell.match.NameSlip;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.match.TrainedModel;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Plan;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryTests {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00.123456Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void addsUpWhatARunDidOverItsInterruptions(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Runs runs = new Runs(store);
            runs.begin("20261120-1", "dry-run", "work", NIGHT);
            runs.count("20261120-1", new RunCounts(1, 500, 2, 3, 30, 1));
            runs.end("20261120-1", RunStatus.STOPPED, 143, NIGHT);
            runs.resume("20261120-1");
            runs.count("20261120-1", new RunCounts(1, 100, 0, 1, 10, 0));

            Run run = runs.find("20261120-1").orElseThrow();

            assertThat(run.counts()).isEqualTo(new RunCounts(2, 600, 2, 4, 40, 1));
            assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
            assertThat(run.resumes()).isEqualTo(1);
            assertThat(run.startedAt()).isEqualTo(NIGHT);
            assertThat(run.exitCode()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsTheNewestRunsFirst(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Runs runs = new Runs(store);
            List.of("1", "2", "3").forEach(id -> runs.begin(id, "dry-run", "work", NIGHT));
            runs.end("2", RunStatus.COMPLETED, 0, NIGHT);
            runs.abandon("1", NIGHT);
            assertThat(runs.newest(2)).extracting(Run::id).containsExactly("3", "2");
            assertThat(runs.unfinished("dry-run")).extracting(Run::id).containsExactly("3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnOnlyWithTheSameWorkWithinADay(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Runs runs = new Runs(store);
            runs.begin("1", "dry-run", "work", NIGHT);
            Run run = runs.find("1").orElseThrow();
            Instant nextDay = NIGHT.plus(Duration.ofDays(1));
            assertThat(run.continues("work", nextDay.minusSeconds(1))).isTrue();
            assertThat(run.continues("work", nextDay)).isFalse();
            assertThat(run.continues("other work", NIGHT)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsTheFirstThousandRejections(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Runs runs = new Runs(store);
            runs.begin("1", "dry-run", "work", NIGHT);
            List<Rejection> rejections = IntStream.rangeClosed(1, 700)
                    .mapToObj(line -> new Rejection("line " + line, "No id."))
                    .toList();
            runs.reject("1", rejections);
            runs.reject("1", rejections);
            assertThat(runs.rejections("1")).hasSize(1_000).startsWith(rejections.get(0), rejections.get(1));
            runs.forgetRejections("1");
            assertThat(runs.rejections("1")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatMatchingFound(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Matches matches = new Matches(store);
            Matches.LastMatch match = new Matches.LastMatch(resolution(), List.of(new PersonId("9")));
            matches.save("run1", new Matches.LastMatch(resolution(), List.of()));
            matches.save("run2", match);
            assertThat(matches.find("run2")).contains(match);
            assertThat(matches.find("run1")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackAFrozenPlan(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Plans plans = new Plans(store, "acme");
            Plan plan = new Plan("p1", "ab".repeat(32), "acme", 3, List.of(), List.of("A note."));
            plans.freeze("run1", plan, NIGHT);
            plans.freeze("run2", plan, NIGHT);
            assertThat(plans.find("p1")).contains(plan);
            assertThat(plans.find("p2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsPlansThatAreTooOld(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Plans plans = new Plans(store, "acme");
            plans.freeze("run1", new Plan("p1", "ab".repeat(32), "acme", 3, List.of(), List.of()), NIGHT);
            plans.freeze(
                    "run2", new Plan("p2", "cd".repeat(32), "acme", 3, List.of(), List.of()), NIGHT.plusSeconds(1));
            plans.dropFrozenBefore(NIGHT.plusSeconds(1));
            assertThat(plans.find("p1")).isEmpty();
            assertThat(plans.find("p2")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAPlanThatWasChangedInTheStore(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Plans plans = new Plans(store, "acme");
            plans.freeze("run1", new Plan("p1", "ab".repeat(32), "acme", 3, List.of(), List.of("A note.")), NIGHT);
            store.jdbc().update("UPDATE mergewell_plan_note SET note = 'Another note.'");
            assertThatThrownBy(() -> plans.find("p1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not what was frozen");
        }
    }

    @ParameterizedTest
    @EnumSource
    void remembersWhomPeopleKeepApart(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            KeptApart keptApart = new KeptApart(store);
            PersonPair pair = PersonPair.of(new PersonId("10"), new PersonId("9"));
            keptApart.add(pair, NIGHT);
            keptApart.add(pair, NIGHT);
            assertThat(keptApart.pairs()).containsExactly(pair);
            assertThat(keptApart.contains(PersonPair.of(new PersonId("9"), new PersonId("10"))))
                    .isTrue();
            assertThat(keptApart.contains(PersonPair.of(new PersonId("9"), new PersonId("11"))))
                    .isFalse();
            keptApart.remove(pair);
            assertThat(keptApart.contains(pair)).isFalse();
            assertThat(keptApart.pairs()).isEmpty();
        }
    }

    private static Resolution resolution() {
        PersonPair pair = PersonPair.of(new PersonId("1"), new PersonId("2"));
        String longCaution = "x".repeat(600_000);
        ScoredPair scored = new ScoredPair(
                pair,
                12.5,
                0.999,
                List.of(new Evidence("e-mail", "same", 9.25)),
                List.of("A caution.", longCaution),
                new NameSlip(new PersonId("2")));
        return new Resolution(
                List.of(
                        new Group(List.of(new PersonId("1"), new PersonId("2")), List.of(scored)),
                        new Group(List.of(new PersonId("3"), new PersonId("x")), List.of())),
                100,
                1,
                new TrainedModel(
                        -12.5,
                        new Thresholds(0.9, 0.999),
                        List.of(new TrainedModel.Field(
                                "e-mail", List.of(new TrainedModel.Level("the same", 0.6, 0.0001, 12.55))))),
                List.of("A note."),
                List.of("A detail."),
                new TreeMap<>(Map.of("block", 0.5)));
    }
}
