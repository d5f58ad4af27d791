package io.mergewell.store.mirror;

import static io.mergewell.store.mirror.People.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingsTests {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void goesOnBehindTheLastCommittedPage(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            Reading first = begin(readings, "run1", NIGHT);
            readings.advance(first, People.numbered(1, 3), List.of(), "cursor-2");

            Reading resumed = readings.find("run1").orElseThrow();

            assertThat(resumed.cursor()).isEqualTo("cursor-2");
            assertThat(resumed.persons()).isEqualTo(3);
            assertThat(resumed.pages()).isEqualTo(1);
            assertThat(readings.find("run2")).isEmpty();
            assertThat(readings.state().orElseThrow().completedBy()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsOnlyWhatWasReadFromTheSameSource(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            Reading begun = readings.begin("run1", "file", false, WEEK, NIGHT);
            assertThat(readings.progress("run1", "file"))
                    .isEqualTo(new Readings.Progress(false, readings.find("run1")));
            assertThat(readings.progress("run1", "another").reading()).isEmpty();

            readings.complete(begun, People.numbered(1, 3), List.of());

            assertThat(readings.progress("run1", "file")).isEqualTo(new Readings.Progress(true, Optional.empty()));
            assertThat(readings.progress("run1", "another").whole()).isFalse();
            assertThat(readings.progress("run2", "file").whole()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsPersonsInTheOrderOfTheirIds(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            List<MirroredPerson> page = new ArrayList<>(People.numbered(1, 2_100));
            page.add(People.mirrored(People.named("abc", "Somebody")));
            page.add(People.mirrored(People.named("Äa", "Somebody")));
            page.add(People.mirrored(People.named("Zz", "Somebody")));
            sweep(store, "run1", NIGHT, page);
            List<PersonId> ids = ids(store);
            assertThat(ids).hasSize(2_103).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropsWhomAFullReadNoLongerSees(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            sweep(store, "run1", NIGHT, People.numbered(1, 5));
            Completion second = sweep(store, "run2", NIGHT.plus(WEEK), People.numbered(2, 4));
            assertThat(second).isEqualTo(new Completion.Whole(3, 2));
            assertThat(ids(store)).extracting(PersonId::value).containsExactly("2", "3", "4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsOnlyWhatChangedUntilTheNextSweepIsDue(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            sweep(store, "run1", NIGHT, People.numbered(1, 3));

            Reading changes = begin(readings, "run2", NIGHT.plus(DAY));
            Instant update = NIGHT.plus(Duration.ofHours(5));
            Completion completion = readings.complete(
                    changes,
                    List.of(
                            People.mirrored(People.person("2", "Renamed", update)),
                            People.mirrored(People.person("9", "New", update))),
                    List.of(new PersonId("3")));

            assertThat(changes.since()).isEqualTo(NIGHT.minus(Duration.ofMinutes(10)));
            assertThat(completion).isEqualTo(new Completion.Whole(3, 0));
            assertThat(names(store)).containsExactly("Person 1", "Renamed", "New");
            assertThat(begin(readings, "run3", NIGHT.plus(DAY)).since())
                    .isEqualTo(update.minus(Duration.ofMinutes(10)));
            assertThat(begin(readings, "run4", NIGHT.plus(WEEK)).full()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sweepsEveryTimeWhereChangesCannotBeRead(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            readings.complete(readings.begin("run1", "file", false, WEEK, NIGHT), People.numbered(1, 3), List.of());
            assertThat(readings.begin("run2", "file", false, WEEK, NIGHT).full())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void believesFarFewerPersonsOnlyTheSecondTime(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            sweep(store, "run1", NIGHT, People.numbered(1, 300));

            Completion first = rolledBackSweep(store, "run2", NIGHT.plus(WEEK), People.numbered(1, 100));
            assertThat(first).isEqualTo(new Completion.TooFew(100, 300));
            readings.doubt((Completion.TooFew) first);
            assertThat(ids(store)).hasSize(300);

            assertThat(begin(readings, "run3", NIGHT.plus(WEEK).plus(DAY)).full())
                    .isTrue();
            Completion second = sweep(store, "run3", NIGHT.plus(WEEK).plus(DAY), People.numbered(1, 101));
            assertThat(second).isEqualTo(new Completion.Whole(101, 199));
        }
    }

    @ParameterizedTest
    @EnumSource
    void seesEverybodyAgainWhenAReadBeginsAnew(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            Reading lost = begin(readings, "run1", NIGHT);
            lost = readings.advance(lost, People.numbered(1, 3), List.of(), "cursor-2");

            Reading anew = readings.beginAnew(lost, NIGHT);
            Completion completion = readings.complete(anew, People.numbered(3, 4), List.of());

            assertThat(anew.cursor()).isNull();
            assertThat(anew.restarts()).isEqualTo(1);
            assertThat(completion).isEqualTo(new Completion.Whole(2, 2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAPersonOnceWhoComesOnTwoPages(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            Reading reading = begin(readings, "run1", NIGHT);
            reading = readings.advance(reading, People.numbered(1, 3), List.of(), "cursor-2");
            assertThat(readings.complete(reading, People.numbered(3, 5), List.of()))
                    .isEqualTo(new Completion.Whole(5, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAReadUpThatBreaksTwiceAtTheSamePlace(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            begin(readings, "run1", NIGHT);
            readings.noteFailure(readings.find("run1").orElseThrow());
            assertThat(readings.find("run1")).isPresent();
            readings.noteFailure(readings.find("run1").orElseThrow());
            assertThat(readings.find("run1")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsTheMirrorOfAnotherSource(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Readings readings = new Readings(store);
            sweep(store, "run1", NIGHT, People.numbered(1, 300));
            Reading other = readings.begin("run2", "another company", true, WEEK, NIGHT);
            assertThat(other.full()).isTrue();
            assertThat(readings.complete(other, People.numbered(1, 2), List.of()))
                    .isEqualTo(new Completion.Whole(2, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsPersonsWithTheirRawRecords(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            Mirror mirror = new Mirror(store);
            MirroredPerson ada = new MirroredPerson(People.everythingFilled(), "{ \"raw\" : \"as it came\\u0000\" }");
            sweep(store, "run1", NIGHT, List.of(ada, People.mirrored(People.named("2", "Bob"))));

            assertThat(mirror.find(List.of(new PersonId("4711"), new PersonId("404"))))
                    .containsOnlyKeys(ada.person().id())
                    .containsValue(ada);

            mirror.refresh(List.of(People.mirrored(People.named("4711", "Renamed"))));
            mirror.remove(List.of(new PersonId("2"), new PersonId("404")));
            assertThat(names(store)).containsExactly("Renamed");
            assertThat(mirror.count()).isEqualTo(1);
        }
    }

    private static Completion sweep(Store store, String run, Instant now, List<MirroredPerson> persons) {
        Readings readings = new Readings(store);
        Reading reading = begin(readings, run, now);
        assertThat(reading.full()).isTrue();
        return readings.complete(reading, persons, List.of());
    }

    private static Completion rolledBackSweep(Store store, String run, Instant now, List<MirroredPerson> persons) {
        Completion[] completion = new Completion[1];
        try {
            store.write(() -> {
                completion[0] = sweep(store, run, now, persons);
                throw new IllegalStateException("too few");
            });
        } catch (IllegalStateException rolledBack) {
            assertThat(rolledBack).hasMessage("too few");
        }
        return completion[0];
    }

    private static Reading begin(Readings readings, String run, Instant now) {
        return readings.begin(run, "acme company", true, WEEK, now);
    }

    private static List<PersonId> ids(Store store) {
        List<PersonId> ids = new ArrayList<>();
        new Mirror(store).forEach(person -> ids.add(person.id()));
        return ids;
    }

    private static List<String> names(Store store) {
        List<Person> persons = new ArrayList<>();
        new Mirror(store).forEach(persons::add);
        return persons.stream().map(person -> person.name().display()).toList();
    }
}
